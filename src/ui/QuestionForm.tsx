import { Button } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Progress } from './Progress.tsx'
import './question.css'

export type Question = {
  key: string
  title: string
  hint?: ReactNode
  /** The control for the answer; `labelledBy` names the question. */
  control: (labelledBy: string) => ReactNode
  /** Why the answer can't stand yet, in words. */
  wrong?: string | undefined
}

/** Whether what was typed is safe. */
export type Draft = 'kept' | 'keeping' | 'unkept'
const draftWords: Record<Draft, string> = { kept: '草稿已存', keeping: '正在存草稿', unkept: '草稿还没存上，请别关闭本页' }

type QuestionFormProps = {
  questions: readonly Question[]
  at: number
  draft: Draft
  /** Says what will happen: 提交给支部. */
  doneLabel: string
  busy?: boolean
  onMove: (to: number) => void
  onDone: () => void
}

/** One question a screen, for phones. The page keeps the answers and the draft. */
export const QuestionForm = ({ questions, at, draft, doneLabel, busy = false, onMove, onDone }: QuestionFormProps) => {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const arrived = useRef(at)
  const question = questions[at]
  const last = at === questions.length - 1

  // A new question is read from its title; the first drawing leaves the focus where it is.
  useEffect(() => {
    if (arrived.current === at) return
    arrived.current = at
    heading.current?.focus()
  }, [at])

  if (!question) return null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (question.wrong) return
    if (last) onDone()
    else onMove(at + 1)
  }

  return (
    <form className="question" onSubmit={submit}>
      <Progress at={at} of={questions.length} />
      <p className="fine question-place">
        第 {at + 1} 步，共 {questions.length} 步
        <span className="row-end" role="status">
          {draftWords[draft]}
        </span>
      </p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {question.title}
      </h2>
      {question.hint && <p className="second">{question.hint}</p>}
      <div className="question-control">{question.control(id)}</div>
      {question.wrong && <p className="form-error">{question.wrong}</p>}
      <div className="question-actions">
        {at > 0 && (
          <Button size="large" onClick={() => onMove(at - 1)}>
            上一题
          </Button>
        )}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={Boolean(question.wrong)}>
          {last ? doneLabel : '下一题'}
        </Button>
      </div>
    </form>
  )
}
