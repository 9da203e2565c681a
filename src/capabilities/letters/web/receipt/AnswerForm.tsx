import { type FormEvent, useState } from 'react'
import { type Answering, answerFields, type ReceiptAnswer, receiptAnswerNames, receiptAnswers } from '../../rules.ts'
import type { Hindrance } from './ask.ts'
import { FormField, toFirstWrong } from './FormField.tsx'
import { answerWords, choiceMeans, hindranceWords, sendWords } from './words.ts'

const nothing: Answering = { answer: null, relayedTo: '', reason: '', handler: '', phone: '', remark: '' }

type ChoiceProps = { chosen: ReceiptAnswer | null; error: string | undefined; onChoose: (answer: ReceiptAnswer) => void }

const Choice = ({ chosen, error, onChoose }: ChoiceProps) => (
  <fieldset className="receipt-choice" aria-describedby={error && 'receipt-choice-error'}>
    <legend>您处的情况</legend>
    {receiptAnswers.map(answer => (
      <label key={answer}>
        <input
          type="radio"
          name="answer"
          value={answer}
          checked={chosen === answer}
          aria-invalid={error !== undefined}
          onChange={() => onChoose(answer)}
        />
        <span>
          <b>{receiptAnswerNames[answer]}</b>
          <span className="second">{choiceMeans[answer]}</span>
        </span>
      </label>
    ))}
    {error && (
      <p id="receipt-choice-error" className="form-error">
        {error}
      </p>
    )}
  </fieldset>
)

type AnswerFormProps = { busy: boolean; hindrance: Hindrance | undefined; office: string; onSend: (said: Answering) => void }

/** Three answers, and who gives them. The button says which one is sent. */
export const AnswerForm = ({ busy, hindrance, office, onSend }: AnswerFormProps) => {
  const [said, setSaid] = useState(nothing)
  const [tried, setTried] = useState(false)
  const problems = tried ? answerFields(said) : {}
  const field = (name: 'relayedTo' | 'reason' | 'handler' | 'phone' | 'remark') => ({
    value: said[name],
    maxLength: name === 'handler' || name === 'phone' ? 40 : 200,
    error: problems[name] && answerWords[problems[name]],
    onChange: (value: string) => setSaid({ ...said, [name]: value }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(answerFields(said)).length === 0) onSend(said)
    else toFirstWrong(event.currentTarget)
  }
  return (
    <form className="receipt-answer" onSubmit={submit} noValidate aria-labelledby="receipt-answer">
      <h2 id="receipt-answer">回应学校</h2>
      <Choice
        chosen={said.answer}
        error={problems.answer && answerWords[problems.answer]}
        onChoose={answer => setSaid({ ...said, answer })}
      />
      {said.answer === 'relayed' && <FormField label="转往哪个党组织" hint="用全称，学校据此接着联系" {...field('relayedTo')} />}
      {said.answer === 'not-ours' && <FormField label="原因" long hint="如抬头不是我处、本人没有来报到" {...field('reason')} />}
      <FormField label="经办人" autoComplete="off" {...field('handler')} />
      <FormField label="办公电话" type="tel" hint="座机带区号，只供学校核实时联系" autoComplete="off" {...field('phone')} />
      <FormField label="备注" optional long {...field('remark')} />
      {hindrance && (
        <p className="receipt-problem" role="alert">
          {hindranceWords[hindrance]}
        </p>
      )}
      <button type="submit" className="receipt-main" disabled={busy}>
        {busy ? '正在提交' : said.answer ? sendWords[said.answer] : '提交回应'}
      </button>
      <p className="second receipt-after">提交后由{office}核实。网上回应不代替回执，盖章的回执联仍请寄回。</p>
    </form>
  )
}
