import { type FormEvent, useState } from 'react'
import { type Proof, proofProblem } from '../../rules.ts'
import type { Hindrance } from './ask.ts'
import { FormField, toFirstWrong } from './FormField.tsx'
import { hindranceWords, proofWords } from './words.ts'

type ProofFormProps = { busy: boolean; hindrance: Hindrance | undefined; onProve: (proof: Proof) => void }

/** What only the paper tells. Nothing is filled in beforehand, and nothing is remembered by the browser. */
export const ProofForm = ({ busy, hindrance, onProve }: ProofFormProps) => {
  const [proof, setProof] = useState<Proof>({ number: '', last4: '' })
  const [tried, setTried] = useState(false)
  const problems = tried ? proofProblem(proof) : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(proofProblem(proof)).length === 0) onProve(proof)
    else toFirstWrong(event.currentTarget)
  }
  return (
    <form className="receipt-prove" onSubmit={submit} noValidate autoComplete="off">
      <FormField
        label="介绍信编号"
        hint="照纸面“第…号”填写，括号和汉字可以不写，如 2023 0040"
        value={proof.number}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        error={problems.number && proofWords[problems.number]}
        onChange={number => setProof({ ...proof, number })}
      />
      <FormField
        label="党员身份证号后四位"
        value={proof.last4}
        maxLength={8}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={problems.last4 && proofWords[problems.last4]}
        onChange={last4 => setProof({ ...proof, last4 })}
      />
      {hindrance && (
        <p className="receipt-problem" role="alert">
          {hindranceWords[hindrance]}
        </p>
      )}
      <button type="submit" className="receipt-main" disabled={busy}>
        {busy ? '正在核对' : '核对介绍信'}
      </button>
    </form>
  )
}
