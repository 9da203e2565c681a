import { Button, Input } from 'antd'
import type { FormEvent } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { School } from '../client.ts'

type PasswordFormProps = {
  schools: readonly School[]
  busy: boolean
  problem: string | undefined
  onSubmit: (login: string, password: string, school?: string) => void
}

/** A native form, so that password managers and the Enter key work as people expect. */
export const PasswordForm = ({ schools, busy, problem, onSubmit }: PasswordFormProps) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = new FormData(event.currentTarget)
    const school = filled.get('school')
    onSubmit(String(filled.get('login')), String(filled.get('password')), school ? String(school) : undefined)
  }

  return (
    <form onSubmit={submit}>
      {schools.length > 1 && (
        <FormRow label="学校">
          {({ id }) => (
            <select id={id} name="school" className="login-school">
              {schools.map(school => (
                <option key={school.code} value={school.code}>
                  {school.name}
                </option>
              ))}
            </select>
          )}
        </FormRow>
      )}
      <FormRow label="账号（学号或工号）">
        {({ id }) => <Input id={id} name="login" size="large" autoComplete="username" autoCapitalize="off" spellCheck={false} required />}
      </FormRow>
      <FormRow label="密码" error={problem}>
        {field => <Input.Password {...field} name="password" size="large" autoComplete="current-password" required />}
      </FormRow>
      <Button className="login-submit" type="primary" size="large" htmlType="submit" block loading={busy}>
        登录
      </Button>
      <p className="second login-hint">首次登录先设密码。忘记密码，请找所在党总支。</p>
    </form>
  )
}
