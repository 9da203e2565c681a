import { Button } from 'antd'
import { useState } from 'react'
import { StateTag } from '../../../../ui/Mark.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { Section } from '../../../../ui/Section.tsx'
import type { OwnDataView, OwnProposalView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import { useOwnWrite } from './own.ts'
import { dayOfAt, ownProblemWords, proposalLooks } from './words.ts'

const names = (changes: OwnProposalView['changes']) => changes.map(({ label }) => label).join('、')

/** What lies with the branch, and the way back. */
export const OpenProposal = ({ open, branchName }: { open: OwnProposalView; branchName: string }) => {
  const [asking, setAsking] = useState(false)
  const withdraw = useOwnWrite(
    (_: undefined, options) => rosterApi.own.withdraw.call(undefined, options),
    () => setAsking(false),
  )
  return (
    <Section title="已提出的更正" extra={<StateTag state={proposalLooks.open} />}>
      <p>
        {dayOfAt(open.proposedAt)}交{branchName}核对：{names(open.changes)}。
      </p>
      {open.evidence.length > 0 && <p className="second">附凭据 {open.evidence.length} 份。</p>}
      {withdraw.error && (
        <p className="form-error" role="alert">
          {ownProblemWords(problemOf(withdraw.error))}
        </p>
      )}
      <div className="mine-actions">
        <Button size="large" block loading={withdraw.isPending} onClick={() => (asking ? withdraw.mutate(undefined) : setAsking(true))}>
          {asking ? '确定撤回，名册不改' : '撤回'}
        </Button>
      </div>
    </Section>
  )
}

const saidOf = ({ changes, decidedReason, decidedName }: OwnProposalView) => {
  const [taken, left] = [changes.filter(({ accepted }) => accepted), changes.filter(({ accepted }) => accepted === false)]
  return (
    <>
      {taken.length > 0 && <p>已更正：{names(taken)}。</p>}
      {left.length > 0 && <p>没有采纳：{names(left)}。</p>}
      {decidedReason && (
        <p className="second">
          {left.length > 0 ? '原因' : '说明'}：{decidedReason}（{decidedName}）
        </p>
      )}
    </>
  )
}

/** What became of what was proposed, newest first. */
export const PastProposals = ({ past }: Pick<OwnDataView, 'past'>) => {
  const told = past.filter(({ state }) => state !== 'withdrawn')
  if (told.length === 0) return null
  return (
    <Section title="核对结果">
      <ul className="mine-past">
        {told.map(proposal => (
          <li key={proposal.id}>
            <span className="mine-past-head">
              <StateTag state={proposalLooks[proposal.state]} />
              <span className="fine">{dayOfAt(proposal.decidedAt ?? proposal.proposedAt)}</span>
            </span>
            {saidOf(proposal)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
