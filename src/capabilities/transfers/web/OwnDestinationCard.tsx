import { StateTag } from '../../../ui/Mark.tsx'
import { PhoneWay } from '../../../ui/PhoneWay.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { CaseView } from '../contract.ts'
import { destinations, screensOf } from '../rules.ts'
import { dayOfYear } from './days.ts'
import { owesDestination } from './own.ts'
import { ownNoTransfer, ownStateWords } from './own-words.ts'
import { stateLooks } from './words.ts'

const filledParts = ({ form }: CaseView) => {
  const of = screensOf(form.questions).length + 1
  const open = form.missing.length
  return { at: form.type ? Math.max(0, of - open) : 0, of: form.type ? of : 10 }
}

/** The destination while it is to be filled: how far it is, when it is due. */
const ToFill = ({ view }: { view: CaseView }) => {
  const { at, of } = filledParts(view)
  const begun = view.form.type !== null
  const { form, overdue, dueOn } = view
  const what = form.type ? [destinations[form.type].label, form.answers.unitName].filter(Boolean).join('，') : ''
  return (
    <Section
      title="毕业去向"
      note={dueOn && <span className={overdue ? 't-red' : 't-ochre'}>{`${dayOfYear(dueOn)}前${overdue ? '，已过期' : ''}`}</span>}
    >
      <p>
        {view.state === 'sent-back'
          ? (view.attempts[0]?.sentBackReason ?? ownStateWords['sent-back'])
          : ownStateWords[view.state ?? 'to-fill']}
      </p>
      {begun && <Progress at={at} of={of} />}
      {what && <p className="second">{`已填：${what}。草稿已存。`}</p>}
      <PhoneWay main href="/me/destination" words={view.state === 'sent-back' ? '改好再交' : begun ? '接着填' : '填写去向'} />
    </Section>
  )
}

export const OwnDestinationCard = ({ view }: { view: CaseView }) => {
  if (owesDestination(view)) return <ToFill view={view} />
  const living = view.attempts.find(attempt => attempt.living)
  if (!view.state)
    return (
      <Section title="毕业去向">
        <p>{ownNoTransfer}</p>
      </Section>
    )
  return (
    <Section title="毕业去向" note={<StateTag state={stateLooks[view.state]} />}>
      <p>{ownStateWords[view.state]}</p>
      {living?.destinationType && (
        <p className="second">{[destinations[living.destinationType].label, living.unitName].filter(Boolean).join('，')}</p>
      )}
      {living?.addressee && <p className="second">{`接收党组织：${living.addressee}`}</p>}
    </Section>
  )
}
