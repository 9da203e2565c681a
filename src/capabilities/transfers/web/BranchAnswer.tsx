import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { AnswerProps } from './answers.ts'
import { orgsApi } from './client.ts'

/** A branch of the school by its exact name, so that the new branch is asked to confirm. */
export const BranchAnswer = ({ labelledBy, value, usual, onChange }: AnswerProps) => {
  const id = useId()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: 300_000 })).data ?? []
  return (
    <>
      <input
        className="answer-input"
        aria-labelledby={labelledBy}
        list={id}
        maxLength={120}
        autoComplete="off"
        value={String(value ?? '')}
        onChange={event => onChange(event.target.value)}
      />
      {usual && value !== usual && (
        <button type="button" className="link usual-answer" onClick={() => onChange(usual)}>
          就在{usual}
        </button>
      )}
      <datalist id={id}>
        {units
          .filter(({ level }) => level === 'branch')
          .map(unit => (
            <option key={unit.id} value={unit.name} />
          ))}
      </datalist>
    </>
  )
}
