import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { capabilityApi } from '../../../ui/api.ts'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useSession } from '../../../ui/session.ts'
import type { orgsContract } from '../../orgs/contract.ts'

const orgsApi = capabilityApi<typeof orgsContract>('orgs')
const STILL_MS = 300_000

type AudienceRowProps = { chosen: readonly string[]; error: string | undefined; onChange: (chosen: string[]) => void }

/** Whom it is for: the own unit as a whole, or some of its branches. A branch asks itself. */
export const AudienceRow = ({ chosen, error, onChange }: AudienceRowProps) => {
  const { unitId, unitName, unitPath } = useSession()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data ?? []
  const below = units.filter(({ path, id }) => path.startsWith(unitPath) && id !== unitId)
  if (below.length === 0) return null
  const whole = chosen.includes(unitId)
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen.filter(one => one !== unitId), id] : chosen.filter(one => one !== id))
  return (
    <FormRow label="面向" error={error} hint={whole ? `${unitName}下的全部支部` : '选上一级单位就是它下面的全部支部'}>
      {({ id }) => (
        <fieldset id={id} className="activity-audience" aria-label="面向的单位">
          <Checkbox checked={whole} onChange={event => onChange(event.target.checked ? [unitId] : [])}>
            全部
          </Checkbox>
          {!whole &&
            below.map(unit => (
              <Checkbox
                key={unit.id}
                className={unit.level === 'branch' ? 'activity-branch' : ''}
                checked={chosen.includes(unit.id)}
                onChange={event => toggle(unit.id, event.target.checked)}
              >
                {unit.name}
              </Checkbox>
            ))}
        </fieldset>
      )}
    </FormRow>
  )
}
