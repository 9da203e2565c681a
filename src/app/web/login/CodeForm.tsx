import { Button, Input } from 'antd'
import type { FormEvent } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'

type CodeFormProps = { busy: boolean; problem: string | undefined; onSubmit: (code: string) => void }

export const CodeForm = ({ busy, problem, onSubmit }: CodeFormProps) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(String(new FormData(event.currentTarget).get('code')))
  }

  return (
    <form onSubmit={submit}>
      <FormRow label="验证码" hint="打开手机上的验证器，输入六位数字" error={problem}>
        {field => (
          <Input {...field} name="code" size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus required />
        )}
      </FormRow>
      <Button className="login-submit" type="primary" size="large" htmlType="submit" block loading={busy}>
        验证并登录
      </Button>
    </form>
  )
}
