/** What a new installation is told before anybody can sign in. Read by the server and shown by the page. */
import { z } from 'zod'
import { shippedPlans } from '../../capabilities/plans/rules.ts'
import { Line } from '../../kernel/writable.ts'
import { founders, type Problem } from './founders.ts'

const Needed = (most: number, message: string) => Line(most).min(1, message)
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,29}$/
const Person = z.object({ name: Needed(30, '请填姓名'), login: z.string().trim().regex(LOGIN, '账号用小写字母、数字和 . _ -，2 到 30 个') })

export const Founding = z.object({
  school: z.object({
    code: z
      .string()
      .trim()
      .regex(/^[a-z0-9]{2,20}$/, '代码只用 2 到 20 个小写字母和数字'),
    name: Needed(60, '请填学校名称'),
    committee: Needed(60, '请填党委全称'),
    division: z.string().regex(/^\d{6}$/, '请选所在区县'),
    address: Line(120),
    phone: Line(40),
    fax: Line(40),
    postCode: z
      .string()
      .trim()
      .regex(/^(\d{6})?$/, '邮编是 6 位数字'),
  }),
  letters: z.object({ prefix: Needed(20, '请填代字'), next: z.int('请填整数').min(1, '从 1 起').max(99_999, '不超过 99999') }),
  plan: z.object({ key: z.enum(shippedPlans), year: z.int('请填年份').min(2020, '请填毕业年份').max(2100, '请填毕业年份') }),
  people: z.record(z.enum(founders), Person),
})
export type Founding = z.infer<typeof Founding>

/** Every problem at once, each with its place: `school.code`. */
export function readFounding(input: unknown): { allowed: true; value: Founding } | { allowed: false; problems: Problem[] } {
  const read = Founding.safeParse(input)
  if (!read.success) return { allowed: false, problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) }
  const logins = founders.map(role => read.data.people[role].login)
  const twice = founders.filter((_, at) => logins.indexOf(logins[at]!) < at)
  if (twice.length)
    return { allowed: false, problems: twice.map(role => ({ path: `people.${role}.login`, message: '四个账号要各不相同' })) }
  return { allowed: true, value: read.data }
}
