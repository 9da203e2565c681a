import { useEffect, useRef, useState } from 'react'
import { SealMark } from '../../../../ui/Brand.tsx'
import type { Answering, Proof } from '../../rules.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { type Hindrance, openLetter, sendAnswer, type Told } from './ask.ts'
import { Ended } from './Ended.tsx'
import { Letter, type Opened } from './Letter.tsx'
import { ProofForm } from './ProofForm.tsx'
import type { End } from './words.ts'
import './receipt.css'

type Stage = { at: 'proof' } | { at: 'letter'; letter: Opened; proof: Proof } | { at: 'end'; end: End; letter?: Opened }

/** One question at a time: busy while it is out, and what stood in its way. */
const useQuestion = () => {
  const [busy, setBusy] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance>()
  async function asking<Answer>(question: Promise<Told<Answer>>, onTold: (told: Answer) => void) {
    setBusy(true)
    setHindrance(undefined)
    const answer = await question
    setBusy(false)
    if ('told' in answer) onTold(answer.told)
    else setHindrance(answer.hindrance)
  }
  return { busy, hindrance, asking }
}

const Proving = ({ busy, hindrance, onProve }: Parameters<typeof ProofForm>[0]) => (
  <section className="receipt-first">
    <h1>介绍信核对与回执</h1>
    <p className="receipt-lead">请照手中的介绍信填写。两项都对上后，显示信上的内容，供您核对和回应。</p>
    <ProofForm busy={busy} hindrance={hindrance} onProve={onProve} />
    <p className="fine receipt-check">不用登录。一小时内多次对不上，会暂停核对。</p>
  </section>
)

/** /r/{code}, for the Party organisation that received a letter: proves the paper, shows it, takes the answer. */
export const ReceiptPage = ({ code }: { code: string }) => {
  const [stage, setStage] = useState<Stage>({ at: 'proof' })
  const { busy, hindrance, asking } = useQuestion()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (stage.at === 'proof') return
    window.scrollTo(0, 0)
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [stage.at])
  const prove = (proof: Proof) =>
    void asking(openLetter(code, proof), told =>
      setStage(told.standing === 'open' ? { at: 'letter', letter: told, proof } : { at: 'end', end: told }),
    )
  const letter = stage.at === 'proof' ? undefined : stage.letter
  const office = letter ? `${letter.committee}组织部` : ''
  return (
    <div className="receipt">
      <header>
        <SealMark />
        <span>{office || '组织关系介绍信'}</span>
      </header>
      <main ref={main} className={`receipt-${stage.at}`}>
        {stage.at === 'proof' && <Proving busy={busy} hindrance={hindrance} onProve={prove} />}
        {stage.at === 'letter' && (
          <>
            <Letter letter={stage.letter} />
            <AnswerForm
              busy={busy}
              hindrance={hindrance}
              office={office}
              onSend={(said: Answering) =>
                void asking(sendAnswer(code, stage.proof, said), end => setStage({ at: 'end', end, letter: stage.letter }))
              }
            />
          </>
        )}
        {stage.at === 'end' && <Ended end={stage.end} number={letter?.number} />}
      </main>
    </div>
  )
}
