import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { SealMark } from '../../../ui/Brand.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useTitle } from '../../../ui/useTitle.ts'
import type { FirstAccount } from '../../setup/founders.ts'
import { found, refusalWords, state } from './asking.ts'
import { Founded } from './Founded.tsx'
import { SetupForm } from './SetupForm.tsx'
import { useTyped } from './typed.ts'
import './setup.css'

const Form = ({ year, onFounded }: { year: number; onFounded: (accounts: readonly FirstAccount[]) => void }) => {
  const { typed, setTyped, forget } = useTyped(year)
  const [token, setToken] = useState('')
  const asking = useMutation({
    mutationFn: () => found(token, typed),
    onSuccess: answer => {
      if (!('founded' in answer)) return
      forget()
      onFounded(answer.founded)
    },
  })
  const answer = asking.data
  const refused = asking.error ? wordsOf(problemOf(asking.error)) : answer && 'refused' in answer ? refusalWords[answer.refused] : undefined
  return (
    <SetupForm
      typed={typed}
      token={token}
      busy={asking.isPending}
      problems={answer && 'problems' in answer ? answer.problems : []}
      refused={refused}
      onType={setTyped}
      onToken={setToken}
      onSubmit={() => asking.mutate()}
    />
  )
}

/** A new installation: its school, first accounts and first year, told once. */
export const SetupPage = () => {
  useTitle('开设学校')
  const open = useQuery({ queryKey: ['setup'], queryFn: state, staleTime: Number.POSITIVE_INFINITY })
  const [accounts, setAccounts] = useState<readonly FirstAccount[]>()
  return (
    <main className="setup">
      <p className="setup-brand">
        <SealMark />
        启程
      </p>
      <h1>开设学校</h1>
      {open.isPending && <Skeleton lines={4} />}
      {open.error && <p className="form-error">{wordsOf(problemOf(open.error))}</p>}
      {accounts && <Founded accounts={accounts} />}
      {!accounts && open.data?.open === false && (
        <p>
          {refusalWords.closed}{' '}
          <Anchor className="link" href="/login">
            去登录
          </Anchor>
        </p>
      )}
      {!accounts && open.data?.open && <Form year={open.data.year} onFounded={setAccounts} />}
    </main>
  )
}
