import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { FormRow } from '../../../ui/FormRow.tsx'
import { orgsApi } from './client.ts'

const STILL_MS = 300_000

type UnitsRowProps = { chosen: readonly string[]; onChange: (chosen: string[]) => void }

/** Every unit, or some of them. */
export const UnitsRow = ({ chosen, onChange }: UnitsRowProps) => {
  const units = (useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data ?? []).filter(({ level }) => level === 'secondary')
  const all = chosen.length === 0
  return (
    <FormRow label="发给" hint={all ? `全部 ${units.length} 个二级党组织` : `选了 ${chosen.length} 个单位`}>
      {({ id }) => (
        <fieldset id={id} className="notice-units" aria-label="发给哪些单位">
          <Checkbox checked={all} onChange={event => onChange(event.target.checked ? [] : units.slice(0, 1).map(unit => unit.id))}>
            全部二级党组织
          </Checkbox>
          {!all &&
            units.map(unit => (
              <Checkbox
                key={unit.id}
                className="notice-unit"
                checked={chosen.includes(unit.id)}
                onChange={event => onChange(event.target.checked ? [...chosen, unit.id] : chosen.filter(one => one !== unit.id))}
              >
                {unit.name}
              </Checkbox>
            ))}
        </fieldset>
      )}
    </FormRow>
  )
}
