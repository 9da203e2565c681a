import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../../ui/Anchor.tsx'
import { rosterApi } from '../client.ts'
import './corrections.css'

/** Above the roster: how many members wait for an answer; the way to all of them where nobody does. */
export const CorrectionsLine = ({ cohortId }: { cohortId: string }) => {
  const found = useQuery(rosterApi.corrections.list.queryOptions({ input: { cohortId, limit: 1 }, staleTime: 30_000 }))
  if (!found.data) return null
  const { total } = found.data
  return (
    <p className="corrections-line">
      <Anchor href="/roster/corrections">资料更正</Anchor>
      <span className={total > 0 ? 't-ochre' : 'quiet'}>{total > 0 ? `${total} 份待核对` : '没有待核对的'}</span>
    </p>
  )
}
