import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { dossiersApi } from './client.ts'
import { useListingUnits } from './UnitFilter.tsx'
import { listRefusalWords, stepRefusalWords } from './words.ts'

/** Everything that is checked and not postponed, or a choice of it. */
export const MakeListDialog = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const { cohort } = useSession()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const formId = useId()
  const units = useListingUnits()
  const [chosenUnit, setUnit] = useState<string>()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const unitId = chosenUnit ?? units[0]?.id
  const cohortId = cohort?.id ?? ''
  const found = useQuery(
    dossiersApi.lists.candidates.queryOptions({
      input: { cohortId, unitId: unitId ?? '' },
      enabled: unitId !== undefined,
      gcTime: 0,
      staleTime: 0,
    }),
  )
  const rows = found.data ?? []
  const taken = rows.filter(({ graduateId }) => !left.has(graduateId))
  const make = useMutation({
    mutationFn: () =>
      dossiersApi.lists.make.call(
        { cohortId, unitId: unitId!, people: taken.map(({ graduateId, version }) => ({ graduateId, version })) },
        { context: { idempotencyKey: key() } },
      ),
    onSettled: renew,
    onSuccess: async ({ list }) => {
      await queries.invalidateQueries({ queryKey: dossiersApi.key() })
      if (list) onMade(list.id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const refused = make.data?.refused ?? []
  const error = make.error ?? found.error
  return (
    <Dialog
      title="生成移交清单"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不生成
          </Button>
          <Button type="primary" htmlType="submit" form={formId} loading={make.isPending} disabled={taken.length === 0}>
            生成清单，{taken.length} 袋
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p className="second">生成后内容固定，材料转为已移交。送到档案馆前可以整份撤销，清单号作废。</p>
        {units.length > 1 && (
          <FormRow label="移交单位">
            {({ id }) => (
              <NativeSelect
                id={id}
                value={unitId ?? ''}
                options={units.map(unit => ({ value: unit.id, label: unit.name }))}
                onChange={next => {
                  setUnit(next)
                  setLeft(new Set())
                }}
              />
            )}
          </FormRow>
        )}
        {found.data && rows.length === 0 && <p>这个单位现在没有可以移交的材料。核对封袋、没有标暂不移交的会列在这里。</p>}
        {rows.length > 0 && (
          <ul className="dossier-choice" aria-label="列入清单的材料">
            {rows.map(row => (
              <li key={row.graduateId}>
                <Checkbox checked={!left.has(row.graduateId)} onChange={() => toggle(row.graduateId)}>
                  {row.bag}　{row.name}　{row.papers} 份 {row.pages} 页
                </Checkbox>
              </li>
            ))}
          </ul>
        )}
        {refused.length > 0 && (
          <div className="form-error" role="alert">
            <p>下面的没有办成，清单没有生成：</p>
            <ul>
              {refused.map(({ graduateId, name, reason }) => (
                <li key={graduateId}>
                  {name}：{stepRefusalWords[reason]}
                </li>
              ))}
            </ul>
          </div>
        )}
        {error && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(error), listRefusalWords)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
