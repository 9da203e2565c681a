import { mayRepeat } from './number-pattern.ts'
import type { Plan } from './schema.ts'

export type Problem = { path: string; message: string }

const repeated = <Row>(rows: readonly Row[], key: (row: Row) => string, path: string, message: string): Problem[] =>
  rows.flatMap((row, at) => (rows.findIndex(other => key(other) === key(row)) < at ? [{ path: `${path}[${at}]`, message }] : []))

const beforeTheNotice = ({ document, milestones }: Plan): Problem[] =>
  milestones.flatMap(({ dueOn, name }, at) =>
    dueOn && document.issuedOn && dueOn < document.issuedOn
      ? [{ path: `milestones[${at}].dueOn`, message: `“${name}”的截止日早于通知印发日` }]
      : [],
  )

const strayExceptions = ({ exceptions, milestones }: Plan): Problem[] =>
  exceptions.flatMap(({ task, level }, at) =>
    milestones.some(milestone => milestone.task === task && milestone.level === level)
      ? []
      : [{ path: `exceptions[${at}]`, message: '没有对应的时间节点，请先设时间节点再设例外' }],
  )

/** After the register has reached the office (C7), before the season is archived (C17). */
const leavingDayOutside = ({ leavingDay, milestones }: Plan): Problem[] => {
  if (!leavingDay) return []
  const due = (task: string) => milestones.find(milestone => milestone.task === task && milestone.level === 'secondary')?.dueOn
  const [register, archive] = [due('register'), due('archive')]
  const problem = (message: string) => [{ path: 'leavingDay', message }]
  if (register && leavingDay <= register) return problem(`离校日应在转出登记截止日（${register}）之后`)
  if (archive && leavingDay >= archive) return problem(`离校日应在总结归档截止日（${archive}）之前`)
  return []
}

const silentMonthsOutOfOrder = ({ lampThresholds: { silentMonths } }: Plan): Problem[] =>
  silentMonths[0] < silentMonths[1] && silentMonths[1] < silentMonths[2]
    ? []
    : [{ path: 'lampThresholds.silentMonths', message: '三个月数应由小到大' }]

const repeatingNumbers = ({ letterPolicy: { numberPattern } }: Plan): Problem[] =>
  mayRepeat(numberPattern)
    ? [
        {
          path: 'letterPolicy.numberPattern',
          message: '这样编号会重复：年份 {YYYY} 和流水号（如 {0000}）要各写一次，此外只能用 {代字}',
        },
      ]
    : []

const escalationOutOfOrder = ({ escalation: { secondaryAfterDays, committeeAfterDays } }: Plan): Problem[] =>
  secondaryAfterDays < committeeAfterDays
    ? []
    : [{ path: 'escalation.committeeAfterDays', message: '先告知总支，再告知组织部：组织部的天数应更大' }]

const strayItems = ({ activityKinds, items }: Plan): Problem[] =>
  activityKinds.flatMap(({ items: named }, at) =>
    named.every(key => items.some(item => item.key === key))
      ? []
      : [{ path: `activityKinds[${at}].items`, message: '没有这个项目，请先在项目里写明' }],
  )

/** Hours that nobody writes down can't add up. */
const hoursUnasked = ({ items }: Plan): Problem[] =>
  items.flatMap(({ record, minimum }, at) =>
    minimum !== null && record !== 'hours' ? [{ path: `items[${at}].minimum`, message: '只有按时长记录的项目才有最少时长' }] : [],
  )

const repeatedAlternatives = ({ items }: Plan): Problem[] =>
  items.flatMap(({ alternatives }, at) => repeated(alternatives, row => row.key, `items[${at}].alternatives`, '同一种替代方式出现了两次'))

const repeatedColumns = ({ forms }: Plan): Problem[] =>
  Object.entries(forms).flatMap(([form, { columns }]) =>
    repeated(columns, column => column.key, `forms.${form}.columns`, '同一列出现了两次'),
  )

/** What each part allows by itself but the parts together don't. */
export const contradictions = (plan: Plan): Problem[] => [
  ...repeated(plan.milestones, row => `${row.task} ${row.level}`, 'milestones', '同一事项、同一层级已有时间节点'),
  ...repeated(plan.exceptions, row => `${row.task} ${row.level} ${row.unit}`, 'exceptions', '同一单位的同一事项已有例外'),
  ...repeated(plan.leavingExceptions, row => row.unit, 'leavingExceptions', '同一单位已有离校日例外'),
  ...repeated(plan.items, row => row.key, 'items', '同一项目出现了两次'),
  ...repeated(plan.activityKinds, row => row.key, 'activityKinds', '同一种活动出现了两次'),
  ...strayItems(plan),
  ...hoursUnasked(plan),
  ...repeatedAlternatives(plan),
  ...repeated(plan.letterPolicy.rules, row => row.rule, 'letterPolicy.rules', '同一条规则出现了两次'),
  ...repeated(plan.dossierChecklist, row => row.key, 'dossierChecklist', '同一份材料出现了两次'),
  ...repeated(plan.archiveChecklist, row => row.key, 'archiveChecklist', '同一项材料出现了两次'),
  ...repeatedColumns(plan),
  ...beforeTheNotice(plan),
  ...strayExceptions(plan),
  ...leavingDayOutside(plan),
  ...silentMonthsOutOfOrder(plan),
  ...repeatingNumbers(plan),
  ...escalationOutOfOrder(plan),
]
