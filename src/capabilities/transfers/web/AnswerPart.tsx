import { type ReactNode, useId } from 'react'
import './answers.css'

type AnswerPartProps = { label: string; required: boolean; control: (labelledBy: string) => ReactNode }

/** What is answered on the screen of another question. */
export const AnswerPart = ({ label, required, control }: AnswerPartProps) => {
  const id = useId()
  return (
    <div className="answer-part">
      <p id={id} className="second">
        {label}
        {!required && '（选填）'}
      </p>
      {control(id)}
    </div>
  )
}

/** What stands elsewhere, so that nobody types it. */
export const HeldPart = ({ label, text }: { label: string; text: string }) => (
  <p className="second answer-part">
    {label} {text}（抬头库已有，不用填）
  </p>
)
