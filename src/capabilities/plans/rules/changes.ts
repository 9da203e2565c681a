/** What one version of a plan says otherwise than another, in an officer's words, and whom it touches. */
import { type Day, dayInWords } from '../../../kernel/day.ts'
import {
  destinationCodes,
  destinationPaperNames,
  dossierStageNames,
  geographyNames,
  type Level,
  levelNames,
  routeNames,
  systemNames,
  type Task,
} from './codes.ts'
import type { Form, Plan } from './schema.ts'

export const planParts = [
  'head',
  'milestones',
  'items',
  'activityKinds',
  'destinationPolicy',
  'letterPolicy',
  'lampThresholds',
  'forms',
  'awardRules',
  'dossierChecklist',
  'archiveChecklist',
] as const
export type PlanPart = (typeof planParts)[number]
export const planPartNames: Record<PlanPart, string> = {
  head: '通知与离校日',
  milestones: '时间节点',
  items: '五个一',
  activityKinds: '活动种类',
  destinationPolicy: '去向与转往',
  letterPolicy: '纸质介绍信',
  lampThresholds: '提醒的时限',
  forms: '表格',
  awardRules: '评优',
  dossierChecklist: '装档材料',
  archiveChecklist: '归档材料',
}

/** Whose work a change alters: a task's people, the members who count, what is made from now on, or nothing but words. */
export type Touches =
  | { kind: 'task'; task: Task; level: Level; unit: string | null }
  | { kind: 'leaving'; unit: string | null }
  | { kind: 'item'; item: string }
  | { kind: 'destination'; code: string }
  | { kind: 'lamps' }
  | { kind: 'from-now-on' }

export type PlanChange = {
  part: PlanPart
  /** The row that it belongs to: 转出登记（附件2），二级党组织. Empty for a part without rows. */
  row: string
  /** The property of it, or empty where the whole row came or went. */
  field: string
  before: string | null
  after: string | null
  touches: Touches
}

const none = '（空）'
const yes = (on: boolean) => (on ? '是' : '否')
const due = (day: Day | null) => (day ? dayInWords(day) : '离校日')
const text = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return none
  if (typeof value === 'boolean') return yes(value)
  return Array.isArray(value) ? value.map(text).join('、') || none : String(value)
}

type Words<Row> = { [Field in keyof Row]?: [label: string, words?: (value: NonNullable<Row[Field]>) => string] }

const saidOf = <Row extends object>(row: Row, field: keyof Row, words: Words<Row>): string => {
  const [, say] = words[field]!
  const value = row[field]
  return say && value !== undefined && (value !== null || field === 'dueOn') ? say(value as never) : text(value)
}

const differ = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

type Said = Pick<PlanChange, 'part' | 'row' | 'touches'>

/** Property by property. */
const within = <Row extends object>(said: Said, before: Row, after: Row, words: Words<Row>): PlanChange[] =>
  (Object.keys(words) as (keyof Row)[])
    .filter(field => differ(before[field], after[field]))
    .map(field => ({ ...said, field: words[field]![0], before: saidOf(before, field, words), after: saidOf(after, field, words) }))

type Rows<Row> = {
  part: PlanPart
  key: (row: Row) => string
  name: (row: Row) => string
  touches: (row: Row) => Touches
  words: Words<Row>
}

/** Row by row: what came, what went, what is said otherwise, and whether the order changed. */
const across = <Row extends object>(before: readonly Row[], after: readonly Row[], { part, key, name, touches, words }: Rows<Row>) => {
  const old = new Map(before.map(row => [key(row), row]))
  const kept = new Set(after.map(key))
  const first = Object.keys(words)[0] as keyof Row
  const changes = after.flatMap((row): PlanChange[] => {
    const said = { part, row: name(row), touches: touches(row) }
    const was = old.get(key(row))
    return was ? within(said, was, row, words) : [{ ...said, field: '', before: null, after: saidOf(row, first, words) }]
  })
  const gone = before
    .filter(row => !kept.has(key(row)))
    .map((row): PlanChange => ({ part, row: name(row), touches: touches(row), field: '', before: saidOf(row, first, words), after: null }))
  const order = (rows: readonly Row[], others: ReadonlySet<string> | ReadonlyMap<string, Row>) =>
    rows.map(key).filter(one => others.has(one))
  const moved = differ(order(before, kept), order(after, old))
  const reordered: PlanChange = { part, row: '', field: '先后', before: '原来的先后', after: '新的先后', touches: { kind: 'from-now-on' } }
  return [...changes, ...gone, ...(moved ? [reordered] : [])]
}

const fromNowOn = (): Touches => ({ kind: 'from-now-on' })

const head = (before: Plan, after: Plan): PlanChange[] => {
  const said = (touches: Touches): Said => ({ part: 'head', row: '', touches })
  return [
    ...within(said(fromNowOn()), before.document, after.document, {
      number: ['文号'],
      issuedOn: ['印发日期', dayInWords],
      issuer: ['印发单位'],
      contact: ['联系人'],
    }),
    ...within(said(fromNowOn()), before, after, { title: ['届名'], publicPage: ['对外验信页开放'] }),
    ...within(said({ kind: 'leaving', unit: null }), before, after, { leavingDay: ['离校日', dayInWords] }),
    ...across(before.leavingExceptions, after.leavingExceptions, {
      part: 'head',
      key: row => row.unit,
      name: () => '离校日例外',
      touches: row => ({ kind: 'leaving', unit: row.unit }),
      words: { day: ['离校日', dayInWords], reason: ['原因'] },
    }),
  ]
}

const milestones = (before: Plan, after: Plan): PlanChange[] => [
  ...across(before.milestones, after.milestones, {
    part: 'milestones',
    key: row => `${row.task} ${row.level}`,
    name: row => `${row.name}，${levelNames[row.level]}`,
    touches: row => ({ kind: 'task', task: row.task, level: row.level, unit: null }),
    words: { dueOn: ['截止日', due], name: ['名称'], clause: ['依据'], note: ['附注'] },
  }),
  ...across(before.exceptions, after.exceptions, {
    part: 'milestones',
    key: row => `${row.task} ${row.level} ${row.unit}`,
    name: row => `例外：${after.milestones.find(({ task }) => task === row.task)?.name ?? row.task}，${levelNames[row.level]}`,
    touches: row => ({ kind: 'task', task: row.task, level: row.level, unit: row.unit }),
    words: { dueOn: ['截止日', dayInWords], reason: ['原因'] },
  }),
]

const recordWords = { none: '不写', book: '书名', hours: '时长' } as const

const education = (before: Plan, after: Plan): PlanChange[] => [
  ...across(before.items, after.items, {
    part: 'items',
    key: row => row.key,
    name: row => row.short,
    touches: row => ({ kind: 'item', item: row.key }),
    words: {
      name: ['项目'],
      short: ['简称'],
      required: ['次数'],
      clause: ['依据'],
      record: ['另写', value => recordWords[value]],
      minimum: ['每次时长'],
      exempt: ['可以免'],
      alternatives: ['替代', rows => text(rows.map(({ name }) => name))],
    },
  }),
  ...across(before.activityKinds, after.activityKinds, {
    part: 'activityKinds',
    key: row => row.key,
    name: row => row.name,
    touches: fromNowOn,
    words: { name: ['名称'], theme: ['主题教育'], items: ['计入'] },
  }),
]

const destinations = (before: Plan, after: Plan): PlanChange[] =>
  destinationCodes.flatMap(code =>
    within(
      { part: 'destinationPolicy', row: code, touches: { kind: 'destination', code } },
      before.destinationPolicy[code],
      after.destinationPolicy[code],
      {
        goesTo: ['转往', rows => rows.map(row => routeNames[row]).join('、')],
        stayMonths: ['最多留校月数'],
        required: ['必填'],
        papers: ['材料', rows => text(rows.map(row => destinationPaperNames[row]))],
        clause: ['依据'],
        basis: ['出处'],
        note: ['附注'],
      },
    ),
  )

const letterRules = { exception: '组织部特批', 'no-channel': '系统无电子通道', 'asked-outside': '省外且对方要求' } as const

const letters = (before: Plan, after: Plan): PlanChange[] => {
  const said = (row: string): Said => ({ part: 'letterPolicy', row, touches: fromNowOn() })
  return [
    ...across(before.letterPolicy.rules, after.letterPolicy.rules, {
      part: 'letterPolicy',
      key: row => row.rule,
      name: row => letterRules[row.rule],
      touches: fromNowOn,
      words: { on: ['采用'], clause: ['依据'] },
    }),
    ...within(said(''), before.letterPolicy, after.letterPolicy, {
      otherwise: ['不开信的依据'],
      noChannelSystems: ['无电子通道的系统', rows => text(rows.map(row => systemNames[row]))],
      numberPattern: ['编号'],
      capitals: ['用大写数字'],
      reissueMonths: ['可换开的月数'],
    }),
    ...within(said('有效期'), before.letterPolicy.validityDays, after.letterPolicy.validityDays, {
      campus: [geographyNames.campus],
      city: [geographyNames.city],
      province: [geographyNames.province],
      outside: [geographyNames.outside],
    }),
  ]
}

const lamps = (before: Plan, after: Plan): PlanChange[] => {
  const said: Said = { part: 'lampThresholds', row: '', touches: { kind: 'lamps' } }
  return [
    ...within(said, before.lampThresholds, after.lampThresholds, {
      dueSoonDays: ['临近（天）'],
      endingDays: ['信将过期（天）'],
      receiptDays: ['回执未回（天）'],
      pocketDays: ['口袋风险（天）'],
      silentMonths: ['久未联系（月）'],
      probationDays: ['预备期（天）'],
      abroadMonths: ['境外联系（月）'],
    }),
    ...within(said, before.escalation, after.escalation, {
      secondaryAfterDays: ['逾期几天告知总支'],
      committeeAfterDays: ['逾期几天告知组织部'],
    }),
  ]
}

const form = (before: Form, after: Form): PlanChange[] => [
  ...within({ part: 'forms', row: after.title, touches: fromNowOn() }, before, after, {
    title: ['标题'],
    toConfirm: ['待核对'],
    note: ['附注'],
  }),
  ...across(before.columns, after.columns, {
    part: 'forms',
    key: row => row.key,
    name: row => `${after.title}：${row.label}`,
    touches: fromNowOn,
    words: { label: ['列名'], star: ['必填'] },
  }),
]

const lists = (before: Plan, after: Plan): PlanChange[] => [
  ...within({ part: 'awardRules', row: '', touches: fromNowOn() }, before.awardRules, after.awardRules, {
    name: ['名称'],
    quotaPercent: ['名额（%）'],
    rounding: ['取整', value => ({ down: '舍去', nearest: '四舍五入', up: '进一' })[value]],
    minimum: ['至少几名'],
    publicityWorkingDays: ['公示工作日'],
    steps: ['程序'],
  }),
  ...across(before.dossierChecklist, after.dossierChecklist, {
    part: 'dossierChecklist',
    key: row => row.key,
    name: row => row.name,
    touches: fromNowOn,
    words: { name: ['材料'], required: ['必备'], of: ['用于', value => dossierStageNames[value]] },
  }),
  ...across(before.archiveChecklist, after.archiveChecklist, {
    part: 'archiveChecklist',
    key: row => row.key,
    name: row => row.name,
    touches: fromNowOn,
    words: { name: ['材料'], required: ['必备'], clause: ['依据'] },
  }),
]

export const planChanges = (before: Plan, after: Plan): PlanChange[] => [
  ...head(before, after),
  ...milestones(before, after),
  ...education(before, after),
  ...destinations(before, after),
  ...letters(before, after),
  ...lamps(before, after),
  ...(['annex1', 'annex2', 'annex3'] as const).flatMap(key => form(before.forms[key], after.forms[key])),
  ...lists(before, after),
]
