import { DemoTag } from '../../../ui/Brand.tsx'
import type { DemoAccount } from '../client.ts'

type DemoAccountsProps = {
  accounts: readonly DemoAccount[]
  today: string | undefined
  busy: boolean
  onEnter: (account: DemoAccount) => void
}

/** One account for each role, in a demonstration only. */
export const DemoAccounts = ({ accounts, today, busy, onEnter }: DemoAccountsProps) => (
  <section className="login-demo" aria-labelledby="login-demo-title">
    <header>
      <h2 id="login-demo-title">演示账号</h2>
      <DemoTag />
      <span className="second">点一下就进入</span>
      {today && <span className="second row-end">今天是 {today}</span>}
    </header>
    <ul>
      {accounts.map(account => (
        <li key={account.login}>
          <button type="button" disabled={busy} onClick={() => onEnter(account)}>
            <b>{account.name}</b>
            <span className="second">{account.roleName}</span>
            <span className="fine">{account.does}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
