import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { SealMark } from '../../../ui/Brand.tsx'
import { useTitle } from '../../../ui/useTitle.ts'
import type { AppClient } from '../client.ts'
import { CodeForm } from './CodeForm.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { Fan } from './Fan.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { useSignIn } from './useSignIn.ts'
import './login.css'

/** Signing in must work without it: nothing of it is shown until it came. */
const useEntrance = (client: AppClient) => {
  const { data } = useQuery({ queryKey: ['entrance'], queryFn: () => client.accounts.entrance(), staleTime: 60_000 })
  return {
    schools: data?.schools ?? [],
    empty: data?.schools.length === 0,
    today: data?.today,
    demo: data?.demonstration ? data.accounts : [],
  }
}

const Greeting = ({ office }: { office: string }) => (
  <header className="login-side">
    <p className="login-office">
      <SealMark size={34} />
      {office}
    </p>
    <p className="login-name">启程</p>
    <p className="login-sub">毕业生党员教育管理与组织关系接转</p>
    <Fan />
    <p className="second login-say">每一名毕业生党员，去往何处，何人接收，都有交代。</p>
  </header>
)

export const LoginPage = ({ client, next }: { client: AppClient; next: string | undefined }) => {
  useTitle('登录')
  const { schools, demo, today, empty } = useEntrance(client)
  const { step, busy, problem, withPassword, withCode } = useSignIn(next)
  const only = schools.length === 1 ? schools[0] : undefined
  return (
    <div className="login">
      <Greeting office={only ? `${only.name}党委组织部` : '党委组织部'} />
      <main className="login-form">
        <div>
          {empty && (
            <p className="login-empty">
              这里还没有学校。
              <Anchor className="link" href="/setup">
                去开设
              </Anchor>
            </p>
          )}
          <h1>{step === 'password' ? '登录' : '第二步验证'}</h1>
          {step === 'password' ? (
            <PasswordForm schools={schools} busy={busy} problem={problem} onSubmit={withPassword} />
          ) : (
            <CodeForm busy={busy} problem={problem} onSubmit={withCode} />
          )}
          {step === 'password' && demo.length > 0 && (
            <DemoAccounts accounts={demo} today={today} busy={busy} onEnter={account => withPassword(account.login, account.password)} />
          )}
        </div>
      </main>
    </div>
  )
}
