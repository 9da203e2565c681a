import { allow, refuse } from '../../../kernel/decision.ts'
import { contradictions, type Problem } from './consistency.ts'
import { withDefaults } from './defaults.ts'
import { type Plan, PlanShape } from './schema.ts'

export type Parsed = { allowed: true; value: Plan } | { allowed: false; reason: 'plan-unreadable'; problems: Problem[] }

const inPath = (path: readonly PropertyKey[]) =>
  path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

type Issue = {
  readonly code?: string
  readonly input?: unknown
  readonly format?: unknown
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
  readonly minimum?: unknown
  readonly maximum?: unknown
}

const kinds: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是（true）或否（false）',
  array: '列表',
  object: '一组项目',
  tuple: '列表',
  record: '一组项目',
}

/** The schema's complaint in an officer's words. */
const inWords = (issue: Issue & { expected?: string }): string => {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return '缺少这一项'
  switch (issue.code) {
    case 'invalid_type':
      return `这里应填${kinds[issue.expected ?? ''] ?? '别的内容'}`
    case 'invalid_value':
      return `只能填：${(issue.values ?? []).join('、')}`
    case 'unrecognized_keys':
      return `不认识的项目：${(issue.keys ?? []).join('、')}`
    case 'too_small':
      return issue.minimum === 1 && issue.input === '' ? '不能留空' : `不能小于 ${issue.minimum}`
    case 'too_big':
      return `不能大于 ${issue.maximum}`
    case 'invalid_format':
      return issue.format === 'date' ? '请写成 2023-06-10 这样的日期' : '写法不符合要求'
    default:
      return '这里的内容读不懂'
  }
}

/** Reads a plan whole: every problem at once, each with its path. */
export const parsePlan = (json: unknown): Parsed => {
  const read = PlanShape.safeParse(withDefaults(json), { error: issue => inWords(issue as Issue) })
  const problems = read.success
    ? contradictions(read.data)
    : read.error.issues.map(({ path, message }) => ({ path: inPath(path), message }))
  return read.success && problems.length === 0 ? allow(read.data) : { ...refuse('plan-unreadable'), problems }
}
