/** What of a plan is edited where: one description draws every part's form. */
import {
  clauseIds,
  clauses,
  destinationCodes,
  destinationFields,
  destinationPaperNames,
  destinationPapers,
  dossierStageNames,
  dossierStages,
  geographies,
  geographyNames,
  type ItemRecord,
  itemRecords,
  levelNames,
  levels,
  type Plan,
  type PlanPart,
  routeNames,
  routes,
  systemNames,
  systems,
  taskNames,
  tasks,
} from '../../rules.ts'
import { awardStepWords, letterRuleWords, roundingWords } from '../words.ts'
import { newKey } from './new-key.ts'

export type Option = { value: string; label: string }
/** How wide its column is, in parts. */
type Named = { key: string; label: string; wide?: number; hint?: string }
export type Field = Named &
  (
    | { type: 'text' | 'long'; optional?: true; nullable?: true }
    | { type: 'day'; nullable?: true; empty?: string }
    | { type: 'number'; min: number; max: number; step?: number; nullable?: true }
    | { type: 'switch' }
    | { type: 'select'; options: readonly Option[] }
    | { type: 'many'; options: readonly Option[] }
    | { type: 'names' }
    | { type: 'months' }
  )

export type Group =
  | { kind: 'fields'; at: string; title?: string; fields: readonly Field[] }
  | {
      kind: 'rows'
      at: string
      title?: string
      note?: string
      fields: readonly Field[]
      blank?: () => object
      fixed?: true
      ordered?: true
      add?: string
    }

export type PartSpec = { part: PlanPart; note?: string; groups: readonly Group[] }

const options = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>): Option[] =>
  codes.map(value => ({ value, label: names[value] }))

const clause: Field = {
  key: 'clause',
  label: '依据',
  type: 'select',
  options: clauseIds.map(id => ({ value: id, label: `${id} ${clauses[id]}` })),
  wide: 2,
}
const name = (label = '名称', wide = 3): Field => ({ key: 'name', label, type: 'text', wide })
const required: Field = { key: 'required', label: '必备', type: 'switch' }
const task: Field = { key: 'task', label: '事项', type: 'select', options: options(tasks, taskNames), wide: 2 }
const level: Field = { key: 'level', label: '由谁完成', type: 'select', options: options(levels, levelNames), wide: 2 }
const reason: Field = { key: 'reason', label: '原因', type: 'text', wide: 2 }
const recordNames: Record<ItemRecord, string> = { none: '不另写', book: '书名', hours: '时长' }

const column: Field[] = [
  { key: 'label', label: '列名', type: 'text', wide: 3 },
  { key: 'star', label: '必填', type: 'switch' },
]

const form = (key: keyof Plan['forms'], title: string): Group[] => [
  {
    kind: 'fields',
    at: `forms.${key}`,
    title,
    fields: [
      { key: 'title', label: '标题', type: 'text', wide: 3 },
      { key: 'toConfirm', label: '还没有与本校表样核对', type: 'switch' },
      { key: 'note', label: '附注', type: 'text', optional: true, wide: 3 },
    ],
  },
  {
    kind: 'rows',
    at: `forms.${key}.columns`,
    note: '列的先后就是表里的先后。列由系统填写，不能新增；不用的可以删去。',
    fields: column,
    ordered: true,
  },
]

/** `units` are those that may have an exception; `words` are the words of the destinations, which stand with the transfers. */
export const partSpecs = (
  units: readonly Option[],
  words: { destinations: Readonly<Record<string, string>>; fields: Readonly<Record<string, string>> },
  plan: Plan,
): PartSpec[] => {
  const unit: Field = { key: 'unit', label: '单位', type: 'select', options: units, wide: 2 }
  const items = plan.items.map(({ key, short }) => ({ value: key, label: short }))
  return [
    {
      part: 'head',
      groups: [
        {
          kind: 'fields',
          at: 'document',
          fields: [
            { key: 'issuer', label: '印发单位', type: 'text', wide: 2 },
            { key: 'number', label: '文号', type: 'text', nullable: true },
            { key: 'issuedOn', label: '印发日期', type: 'day', nullable: true },
            { key: 'contact', label: '联系人', type: 'text', wide: 2 },
          ],
        },
        {
          kind: 'fields',
          at: '',
          fields: [
            { key: 'title', label: '届名', type: 'text' },
            { key: 'leavingDay', label: '离校日', type: 'day', nullable: true, hint: '没有填写以前，从离校日起算的期限都先不计。' },
            { key: 'publicPage', label: '开放对外验信页', type: 'switch', hint: '开放后，新开的介绍信回执联上印有二维码。' },
          ],
        },
        {
          kind: 'rows',
          at: 'leavingExceptions',
          title: '离校日不同的单位',
          fields: [unit, { key: 'day', label: '离校日', type: 'day' }, reason],
          blank: () => ({ unit: units[0]?.value ?? '', day: plan.leavingDay ?? '', reason: '' }),
          add: '增加一个单位',
        },
      ],
    },
    {
      part: 'milestones',
      note: '同一事项、不同层级各有自己的期限。期限空着的，按离校日。',
      groups: [
        {
          kind: 'rows',
          at: 'milestones',
          fields: [
            task,
            level,
            { key: 'dueOn', label: '截止日', type: 'day', nullable: true, empty: '离校日' },
            name('名称', 3),
            clause,
            { key: 'note', label: '附注', type: 'text', optional: true, wide: 2 },
          ],
          blank: () => ({ task: 'education', level: 'branch', dueOn: null, name: '', clause: 'C1' }),
          add: '增加一个时间节点',
          ordered: true,
        },
        {
          kind: 'rows',
          at: 'exceptions',
          title: '个别单位的例外',
          fields: [task, level, unit, { key: 'dueOn', label: '截止日', type: 'day' }, reason],
          blank: () => ({ task: 'register', level: 'secondary', unit: units[0]?.value ?? '', dueOn: '', reason: '' }),
          add: '增加一个例外',
        },
      ],
    },
    {
      part: 'items',
      note: '删去一项，已有的确认记录仍然保留，只是不再计数。',
      groups: [
        {
          kind: 'rows',
          at: 'items',
          fields: [
            name('项目', 3),
            { key: 'short', label: '简称', type: 'text' },
            { key: 'required', label: '次数', type: 'number', min: 0, max: 20 },
            { key: 'record', label: '另写', type: 'select', options: options(itemRecords, recordNames) },
            { key: 'minimum', label: '每次时长（小时）', type: 'number', min: 0.5, max: 200, step: 0.5, nullable: true },
            { key: 'exempt', label: '可以免', type: 'switch' },
            { key: 'alternatives', label: '不在校的可用', type: 'names', wide: 2, hint: '一行一种' },
            clause,
          ],
          blank: () => ({
            key: newKey('item'),
            name: '',
            short: '',
            required: 1,
            clause: 'C2',
            record: 'none',
            minimum: null,
            exempt: false,
            alternatives: [],
          }),
          add: '增加一项',
          ordered: true,
        },
      ],
    },
    {
      part: 'activityKinds',
      groups: [
        {
          kind: 'rows',
          at: 'activityKinds',
          fields: [
            name(),
            { key: 'theme', label: '主题教育', type: 'switch' },
            { key: 'items', label: '到会的计入', type: 'many', options: items, wide: 2 },
          ],
          blank: () => ({ key: newKey('kind'), name: '', theme: false, items: [] }),
          add: '增加一种活动',
          ordered: true,
        },
      ],
    },
    {
      part: 'destinationPolicy',
      note: '转往何处按先后择一。',
      groups: destinationCodes.map(code => ({
        kind: 'fields' as const,
        at: `destinationPolicy.${code}`,
        title: `${code} ${words.destinations[code] ?? ''}`,
        fields: [
          { key: 'goesTo', label: '转往', type: 'many', options: options(routes, routeNames), wide: 3 },
          { key: 'stayMonths', label: '最多留校（月）', type: 'number', min: 1, max: 120, nullable: true },
          { key: 'required', label: '必填', type: 'many', options: options(destinationFields, words.fields as never), wide: 3 },
          { key: 'papers', label: '要交的材料', type: 'many', options: options(destinationPapers, destinationPaperNames), wide: 2 },
          clause,
          { key: 'basis', label: '出处', type: 'text', optional: true },
          { key: 'note', label: '附注', type: 'text', optional: true, wide: 2 },
        ] satisfies Field[],
      })),
    },
    {
      part: 'letterPolicy',
      note: '自上而下，符合第一条即止。已经开出的信不变。',
      groups: [
        {
          kind: 'rows',
          at: 'letterPolicy.rules',
          fixed: true,
          ordered: true,
          fields: [
            {
              key: 'rule',
              label: '规则',
              type: 'select',
              options: Object.entries(letterRuleWords).map(([value, { name: label }]) => ({ value, label })),
              wide: 2,
            },
            { key: 'on', label: '采用', type: 'switch' },
            clause,
          ],
        },
        {
          kind: 'fields',
          at: 'letterPolicy',
          fields: [
            { ...clause, key: 'otherwise', label: '不开信的依据' },
            { key: 'noChannelSystems', label: '没有网上通道的系统', type: 'many', options: options(systems, systemNames), wide: 2 },
            { key: 'numberPattern', label: '编号', type: 'text', wide: 2, hint: '年份 {YYYY} 和流水号 {0000} 各写一次' },
            { key: 'reissueMonths', label: '转出后几个月内可换开', type: 'number', min: 1, max: 24 },
            { key: 'capitals', label: '有效期和党费年月用大写数字', type: 'switch' },
          ],
        },
        {
          kind: 'fields',
          at: 'letterPolicy.validityDays',
          title: '有效期（天）',
          fields: geographies.map(key => ({ key, label: geographyNames[key], type: 'number', min: 1, max: 90 }) as const),
        },
      ],
    },
    {
      part: 'lampThresholds',
      groups: [
        {
          kind: 'fields',
          at: 'lampThresholds',
          fields: [
            { key: 'dueSoonDays', label: '临近：到期前（天）', type: 'number', min: 0, max: 366 },
            { key: 'endingDays', label: '信将过期：有效期剩（天）', type: 'number', min: 0, max: 366 },
            { key: 'receiptDays', label: '回执未回：预计到达后（天）', type: 'number', min: 0, max: 366 },
            { key: 'pocketDays', label: '口袋风险：交出后（天）', type: 'number', min: 0, max: 366 },
            { key: 'probationDays', label: '预备期：还剩（天）', type: 'number', min: 0, max: 366 },
            { key: 'abroadMonths', label: '境外联系：每（月）', type: 'number', min: 1, max: 24 },
            { key: 'silentMonths', label: '久未联系：离校后（月），三次', type: 'months', wide: 2 },
          ],
        },
        {
          kind: 'fields',
          at: 'escalation',
          title: '逾期没有办的，告知上级',
          fields: [
            { key: 'secondaryAfterDays', label: '几天后告知党总支', type: 'number', min: 0, max: 90 },
            { key: 'committeeAfterDays', label: '几天后告知组织部', type: 'number', min: 1, max: 180 },
          ],
        },
      ],
    },
    { part: 'forms', groups: [...form('annex1', '附件1'), ...form('annex2', '附件2'), ...form('annex3', '附件3')] },
    {
      part: 'awardRules',
      groups: [
        {
          kind: 'fields',
          at: 'awardRules',
          fields: [
            { key: 'name', label: '名称', type: 'text', wide: 2 },
            { key: 'quotaPercent', label: '名额（%）', type: 'number', min: 0, max: 100, step: 0.5 },
            { key: 'rounding', label: '取整', type: 'select', options: options(['down', 'nearest', 'up'], roundingWords) },
            { key: 'minimum', label: '至少几名', type: 'number', min: 0, max: 100 },
            { key: 'publicityWorkingDays', label: '公示几个工作日', type: 'number', min: 1, max: 60 },
            {
              key: 'steps',
              label: '程序，按先后',
              type: 'many',
              options: options(Object.keys(awardStepWords) as (keyof typeof awardStepWords)[], awardStepWords),
              wide: 4,
            },
          ],
        },
      ],
    },
    {
      part: 'dossierChecklist',
      groups: [
        {
          kind: 'rows',
          at: 'dossierChecklist',
          fields: [
            name('材料'),
            required,
            { key: 'of', label: '用于', type: 'select', options: options(dossierStages, dossierStageNames) },
          ],
          blank: () => ({ key: newKey('paper'), name: '', required: false, of: 'everybody' }),
          add: '增加一份材料',
          ordered: true,
        },
      ],
    },
    {
      part: 'archiveChecklist',
      groups: [
        {
          kind: 'rows',
          at: 'archiveChecklist',
          fields: [name('材料'), required, clause],
          blank: () => ({ key: newKey('material'), name: '', required: false, clause: 'C17' }),
          add: '增加一项材料',
          ordered: true,
        },
      ],
    },
  ]
}
