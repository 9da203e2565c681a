import { Button, Input, InputNumber } from 'antd'
import { type FormEvent, useId } from 'react'
import { shippedPlanNames, shippedPlans } from '../../../capabilities/plans/rules.ts'
import { PlacePicker } from '../../../capabilities/transfers/web/PlacePicker.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { Section } from '../../../ui/Section.tsx'
import { type Founder, founders, founderWords, type Problem } from '../../setup/founders.ts'
import type { Founding } from '../../setup/founding.ts'

type SetupFormProps = {
  typed: Founding
  token: string
  busy: boolean
  problems: readonly Problem[]
  refused: string | undefined
  onType: (typed: Founding) => void
  onToken: (token: string) => void
  onSubmit: () => void
}

type SchoolText = Exclude<keyof Founding['school'], 'division'>

const texts: readonly { key: SchoolText; label: string; hint?: string; optional?: true }[] = [
  { key: 'name', label: '学校名称' },
  { key: 'code', label: '学校代码', hint: '小写字母和数字，登录名里用，以后不改，如 lnsf' },
  { key: 'committee', label: '党委全称', hint: '印在介绍信上，如 中共岭南示范大学委员会' },
]
const contacts: typeof texts = [
  { key: 'address', label: '组织部地址', optional: true },
  { key: 'phone', label: '电话', optional: true },
  { key: 'fax', label: '传真', optional: true },
  { key: 'postCode', label: '邮编', optional: true },
]

const SchoolPart = ({
  typed,
  problemAt,
  onType,
}: {
  typed: Founding
  problemAt: (path: string) => string | undefined
  onType: SetupFormProps['onType']
}) => {
  const id = useId()
  const { school } = typed
  const row = ({ key, label, hint, optional }: (typeof texts)[number]) => (
    <FormRow key={key} label={label} hint={hint} optional={optional ?? false} error={problemAt(`school.${key}`)}>
      {field => (
        <Input {...field} value={school[key]} onChange={event => onType({ ...typed, school: { ...school, [key]: event.target.value } })} />
      )}
    </FormRow>
  )
  const wrong = problemAt('school.division')
  return (
    <>
      <Section title="学校">
        {texts.map(row)}
        <div className="form-row">
          <p id={id} className="setup-label">
            所在区县
          </p>
          <PlacePicker
            value={school.division || undefined}
            name={undefined}
            labelledBy={id}
            onPick={division => onType({ ...typed, school: { ...school, division } })}
          />
          {wrong && (
            <p className="form-error" role="alert">
              {wrong}
            </p>
          )}
        </div>
      </Section>
      <Section title="介绍信上的联系方式">{contacts.map(row)}</Section>
    </>
  )
}

const plans = shippedPlans.map(value => ({ value, label: shippedPlanNames[value] }))

/** Everything on one page, so that it can be read over before it stands. */
export const SetupForm = ({ typed, token, busy, problems, refused, onType, onToken, onSubmit }: SetupFormProps) => {
  const problemAt = (path: string) => problems.find(problem => problem.path === path)?.message
  const { letters, plan, people } = typed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  const person = (role: Founder, key: 'name' | 'login', value: string) =>
    onType({ ...typed, people: { ...people, [role]: { ...people[role], [key]: value } } })
  return (
    <form onSubmit={submit}>
      <Section title="口令" note="启动时打印在服务器的终端里，只有能看到终端的人知道">
        <FormRow label="开设口令">
          {field => (
            <Input {...field} value={token} autoComplete="off" spellCheck={false} onChange={event => onToken(event.target.value)} />
          )}
        </FormRow>
      </Section>
      <SchoolPart typed={typed} problemAt={problemAt} onType={onType} />
      <Section title="介绍信编号" note="今年的纸质台账已经开了头的，接着编">
        <FormRow label="代字" hint="编号里“组介”前面的字，如 岭示" error={problemAt('letters.prefix')}>
          {field => (
            <Input
              {...field}
              value={letters.prefix}
              onChange={event => onType({ ...typed, letters: { ...letters, prefix: event.target.value } })}
            />
          )}
        </FormRow>
        <FormRow label="下一个号码" hint="今年还没有开过的填 1" error={problemAt('letters.next')}>
          {field => (
            <InputNumber
              {...field}
              precision={0}
              min={1}
              max={99_999}
              value={letters.next}
              onChange={next => onType({ ...typed, letters: { ...letters, next: next ?? 1 } })}
            />
          )}
        </FormRow>
      </Section>
      <Section title="本届方案" note="开设后都可以改">
        <FormRow label="毕业年份" error={problemAt('plan.year')}>
          {field => (
            <InputNumber
              {...field}
              precision={0}
              min={2020}
              max={2100}
              value={plan.year}
              onChange={year => onType({ ...typed, plan: { ...plan, year: year ?? plan.year } })}
            />
          )}
        </FormRow>
        <FormRow label="去向规则">
          {({ id }) => (
            <NativeSelect
              id={id}
              value={plan.key}
              options={plans}
              onChange={key => onType({ ...typed, plan: { ...plan, key: key as Founding['plan']['key'] } })}
            />
          )}
        </FormRow>
      </Section>
      <Section title="四个账号" note="三个管理员互相独立，都看不到党员资料；业务由组织部办。首次口令开设后显示">
        {founders.map(role => (
          <fieldset key={role} className="setup-person">
            <legend>{founderWords[role]}</legend>
            <FormRow label="姓名" error={problemAt(`people.${role}.name`)}>
              {field => <Input {...field} value={people[role].name} onChange={event => person(role, 'name', event.target.value)} />}
            </FormRow>
            <FormRow label="账号" error={problemAt(`people.${role}.login`)}>
              {field => <Input {...field} value={people[role].login} onChange={event => person(role, 'login', event.target.value)} />}
            </FormRow>
          </fieldset>
        ))}
      </Section>
      {refused && (
        <p className="form-error" role="alert">
          {refused}
        </p>
      )}
      {problems.length > 0 && (
        <p className="form-error" role="alert">
          有 {problems.length} 处要改，什么也没有写入，填好的都在。
        </p>
      )}
      <p className="setup-go">
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={token.trim() === ''}>
          开设学校
        </Button>
      </p>
    </form>
  )
}
