import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Facts } from '../../../ui/Facts.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { GraduatePage, RevealedView } from '../contract.ts'
import { fieldLabel } from '../rules/value-text.ts'
import { CorrectField } from './CorrectField.tsx'
import { rosterApi } from './client.ts'
import { FieldHistory } from './FieldHistory.tsx'
import { type FactField, factGroups, factText, isSealed, startingText } from './facts.ts'

type PersonFactsProps = { person: GraduatePage; shown: RevealedView | undefined }

/** A mail or an address is not even hinted at before a reason was given. */
const words = ({ person, shown }: PersonFactsProps, field: FactField) => {
  const text = factText(person, field, shown)
  if (text) return text
  return isSealed(field) && !shown && person.hasContacts ? <span className="quiet">未显示</span> : '–'
}

type FactProps = PersonFactsProps & { field: FactField; editing: boolean; onEdit: (field: FactField | null) => void }

const Fact = ({ person, shown, field, editing, onEdit }: FactProps) => {
  if (editing) return <CorrectField person={person} field={field} start={startingText(person, field, shown)} onDone={() => onEdit(null)} />
  const text = words({ person, shown }, field)
  if (!person.can.includes('correct')) return text
  return (
    <button type="button" className="fact-edit" title="更正" aria-description={`更正${fieldLabel(field)}`} onClick={() => onEdit(field)}>
      {text}
    </button>
  )
}

/** More changes than one person ever has. */
const MOST = 200

/** How often each field was written since the person came. */
const useTimes = (memberId: string): ReadonlyMap<string, number> => {
  const found = useQuery(rosterApi.changes.queryOptions({ input: { memberId, limit: MOST } }))
  const fields = (found.data?.rows ?? []).flatMap(({ kind, changes }) => (kind === 'changed' ? changes.map(({ field }) => field) : []))
  return new Map(
    Map.groupBy(fields, field => field)
      .entries()
      .map(([field, all]) => [field, all.length]),
  )
}

/** A second contact changes as a whole. */
const writtenAs = (field: FactField): string => (field.startsWith('secondContact') ? 'secondContact' : field)

/** Everything that 附件1 holds of a person, each fact open to correction where it stands. */
export const PersonFacts = ({ person, shown }: PersonFactsProps) => {
  const [editing, setEditing] = useState<FactField | null>(null)
  const times = useTimes(person.memberId)
  const fact = (field: FactField) => ({
    label: fieldLabel(field),
    value: (
      <>
        <Fact person={person} shown={shown} field={field} editing={editing === field} onEdit={setEditing} />
        {times.has(writtenAs(field)) && editing !== field && (
          <FieldHistory
            memberId={person.memberId}
            field={writtenAs(field)}
            label={fieldLabel(field)}
            times={times.get(writtenAs(field))!}
          />
        )}
      </>
    ),
  })
  return (
    <Section title="资料" note={person.can.includes('correct') ? '点一项可以更正，与导入同样核对' : undefined}>
      <div className="person-groups">
        {factGroups.map(({ title, fields }) => (
          <div key={title}>
            <h3>{title}</h3>
            <Facts rows facts={fields.map(fact)} />
          </div>
        ))}
      </div>
    </Section>
  )
}
