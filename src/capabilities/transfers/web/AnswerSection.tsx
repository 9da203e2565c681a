import { Facts } from '../../../ui/Facts.tsx'
import { Section } from '../../../ui/Section.tsx'
import { answerInWords } from '../../letters/rules.ts'
import type { CaseView } from '../contract.ts'
import { answeredNames, followUp } from '../rules.ts'
import { dayOfYear } from './days.ts'
import { stepWords } from './step-words.ts'

type Answer = CaseView['answers'][number]

/** The answer that the office still has to check, if there is one. */
export const answerToCheck = ({ state, answers }: CaseView): Answer | undefined =>
  state === 'answered' ? answers.find(({ reopened }) => !reopened) : undefined

const factsOf = (answer: Answer) => [
  { label: '回应', value: answerInWords(answer) },
  { label: '经办人', value: answer.handler },
  { label: '电话', value: answer.phone ?? '密钥已销毁，不再显示' },
  { label: '日期', value: dayOfYear(answer.on) },
  ...(answer.remark ? [{ label: '备注', value: answer.remark }] : []),
]

/** What receivers said on the public page, newest first, and what is to be done with the one that waits. */
export const AnswerSection = ({ view }: { view: CaseView }) => {
  if (view.answers.length === 0) return null
  const waiting = answerToCheck(view)
  return (
    <Section title="对方的网上回应" note={waiting && answeredNames[waiting.answer]}>
      {view.answers.map(answer => (
        <div key={answer.id} className="case-answer">
          <Facts rows facts={factsOf(answer)} />
          {answer.reopened && <p className="fine">这次回应已核过，信可再回应</p>}
        </div>
      ))}
      {waiting && (
        <p className="second">
          网上回应不能作为接收凭据。请按抬头库登记的电话回拨，不用这里留的电话；核实后“{stepWords[followUp[waiting.answer]].button}
          ”，不成立的选“{stepWords['set-answer-aside'].button}”。
        </p>
      )}
    </Section>
  )
}
