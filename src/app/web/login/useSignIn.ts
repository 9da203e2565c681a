import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { goTo } from '../../../ui/go-to.ts'
import { giveCode, type SignInAnswer, signIn } from '../auth.ts'
import { answerWords } from './words.ts'

type Step = 'password' | 'second-factor'

/** The steps of signing in; `next` is where the person wanted to go. */
export const useSignIn = (next: string | undefined) => {
  const router = useRouter()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>('password')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const hear = (answer: SignInAnswer) => {
    setBusy(false)
    if (answer === 'second-factor') return setStep('second-factor')
    if (answer !== 'in') return setProblem(answerWords[answer])
    queries.clear()
    goTo(router, next ?? '/')
  }

  const start = () => {
    setBusy(true)
    setProblem(undefined)
  }

  return {
    step,
    busy,
    problem,
    withPassword: async (login: string, password: string, school?: string) => {
      start()
      hear(await signIn(login.trim(), password, school))
    },
    withCode: async (code: string) => {
      start()
      hear(await giveCode(code.trim()))
    },
  }
}
