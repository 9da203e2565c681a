import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Clause } from '../../../../ui/Clause.tsx'
import { StateTag } from '../../../../ui/Mark.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { sizeInWords } from '../../../../ui/Scans.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { saveFile } from '../../../../ui/saveFile.ts'
import { useSession } from '../../../../ui/session.ts'
import { clauses } from '../../../plans/rules.ts'
import type { CorrectionView } from '../../contract/own-data.ts'
import type { GraduatePage } from '../../contract.ts'
import { rosterApi } from '../client.ts'
import { CorrectionDecision } from './CorrectionDecision.tsx'
import { CorrectionTable } from './CorrectionTable.tsx'
import { RevealCorrection } from './RevealCorrection.tsx'
import { useOpenCorrection } from './useCorrection.ts'
import { correctionProblemWords, dayOfAt, evidenceName, proposalLooks } from './words.ts'
import './corrections.css'

const Evidence = ({ evidence }: Pick<CorrectionView, 'evidence'>) => {
  const open = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => rosterApi.corrections.evidence.call({ id }),
    onSuccess: (file, { name }) => saveFile(file as File, name),
  })
  if (evidence.length === 0) return null
  return (
    <p className="second correction-evidence">
      凭据：
      {evidence.map(({ id, mime, size }, at) => (
        <button
          key={id}
          type="button"
          className="link"
          title="打开会记入日志，本人可以看到"
          onClick={() => open.mutate({ id, name: evidenceName(mime, at) })}
        >
          {evidenceName(mime, at)}（{sizeInWords(size)}）
        </button>
      ))}
      {open.error && <span className="form-error">{correctionProblemWords(problemOf(open.error))}</span>}
    </p>
  )
}

const Opened = ({ correction }: { correction: CorrectionView }) => {
  const [asking, setAsking] = useState(false)
  const { state, can, changes, reason, evidence, proposedAt, decidedReason } = correction
  const hidden = changes.some(({ sensitive, after, before }) => sensitive && (after === null || before === null || after.startsWith('*')))
  return (
    <Section
      title="本人提出的更正"
      note={`${dayOfAt(proposedAt)}提出，${changes.length} 项`}
      extra={
        <>
          <StateTag state={proposalLooks[state]} />
          <Clause id="C12" text={clauses.C12} />
        </>
      }
    >
      {reason && <p className="correction-said">本人说明：{reason}</p>}
      <Evidence evidence={evidence} />
      {can.includes('reveal') && hidden && (
        <Button size="small" onClick={() => setAsking(true)}>
          查看完整号码
        </Button>
      )}
      {can.includes('decide') ? (
        <CorrectionDecision key={correction.version} correction={correction} />
      ) : (
        <CorrectionTable changes={changes} chosen={[]} problems={[]} />
      )}
      {decidedReason && <p className="second">已告知本人：{decidedReason}</p>}
      {asking && <RevealCorrection correction={correction} onClose={() => setAsking(false)} />}
    </Section>
  )
}

/** On a person's page: what they proposed and nobody has answered yet. */
export const CorrectionSection = ({ person }: { person: GraduatePage }) => {
  const { can } = useSession()
  const correction = useOpenCorrection(person.cohortId, person.memberId, can('roster:edit'))
  return correction ? <Opened correction={correction} /> : null
}
