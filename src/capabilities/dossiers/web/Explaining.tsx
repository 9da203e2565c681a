import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../ui/session.ts'
import type { TroubleView } from '../contract.ts'
import { problemNames, troubleKey } from '../rules.ts'
import { dossiersApi } from './client.ts'

type Person = { graduateId: string; name: string; troubles: readonly TroubleView[] }
type Reasons = Record<string, string>
type ExplainingProps<Row extends Person> = {
  rows: readonly Row[]
  saidOf: (row: Row) => Reasons
  onSay: (graduateId: string, reasons: Reasons) => void
}

/** The plan’s papers by key: a trouble names its paper by it. */
const usePaperNames = () => {
  const { cohort } = useSession()
  const found = useQuery(
    dossiersApi.list.queryOptions({ input: { cohortId: cohort?.id ?? '', limit: 1 }, enabled: cohort !== null, staleTime: 60_000 }),
  )
  return new Map(found.data?.checklist.map(({ key, name }) => [key, name]))
}

/** A reason for each trouble that stays; one for all of a person fills those that are still empty. */
export const Explaining = <Row extends Person>({ rows, saidOf, onSay }: ExplainingProps<Row>) => {
  const names = usePaperNames()
  if (rows.length === 0) return null
  return (
    <div className="dossier-explaining">
      <p className="second">有问题的，逐条写明理由（理由随清单打印）：</p>
      {rows.map(row => (
        <Reasons key={row.graduateId} row={row} names={names} said={saidOf(row)} onSay={reasons => onSay(row.graduateId, reasons)} />
      ))}
    </div>
  )
}

type ReasonsProps = { row: Person; names: ReadonlyMap<string, string>; said: Reasons; onSay: (reasons: Reasons) => void }

const Reasons = ({ row, names, said, onSay }: ReasonsProps) => {
  const [forAll, setForAll] = useState('')
  const fill = () => onSay(Object.fromEntries(Object.entries(said).map(([key, reason]) => [key, reason.trim() === '' ? forAll : reason])))
  return (
    <fieldset>
      <legend>{row.name}</legend>
      {row.troubles.map(trouble => {
        const key = troubleKey(trouble)
        const label = `${names.get(trouble.paper) ?? ''}${problemNames[trouble.problem]}`
        return (
          <div key={key} className="dossier-reason">
            <span>{label}</span>
            <Input
              size="small"
              maxLength={200}
              aria-label={`${row.name}，${label}的理由`}
              value={said[key] ?? ''}
              onChange={event => onSay({ ...said, [key]: event.target.value })}
            />
          </div>
        )
      })}
      {row.troubles.length > 2 && (
        <p className="dossier-for-all">
          <Input
            size="small"
            maxLength={200}
            placeholder="同一个理由"
            aria-label={`${row.name}，同一个理由`}
            value={forAll}
            onChange={event => setForAll(event.target.value)}
          />
          <Button size="small" disabled={forAll.trim() === ''} onClick={fill}>
            填到空着的
          </Button>
        </p>
      )}
    </fieldset>
  )
}
