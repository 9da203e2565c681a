/** What a plan that was written before leaves unsaid. */
import type { DestinationCode, DestinationPaper } from './codes.ts'
import type { ActivityKind, DossierPaper, Escalation } from './schema.ts'

export const usualEscalation: Escalation = { secondaryAfterDays: 3, committeeAfterDays: 7 }

const kind = (key: string, name: string, items: string[] = [], theme = false): ActivityKind => ({ key, name, theme, items })

/** The four forms of theme education that the notice names, and what the five items are done at. */
export const usualKinds: readonly ActivityKind[] = [
  kind('symposium', '座谈会', [], true),
  kind('exchange', '优秀毕业生党员交流会', [], true),
  kind('theme-organisation-life', '专题组织生活会', ['organisation-life'], true),
  kind('online-sharing', '网上党支部分享会', [], true),
  kind('party-lecture', '党课', ['party-lecture']),
  kind('organisation-life', '组织生活', ['organisation-life']),
  kind('oath', '重温入党誓词', ['oath']),
  kind('volunteering', '志愿服务', ['volunteering']),
  kind('book', '捐书', ['book']),
  kind('other', '其他'),
]

const withItems = (items: unknown): readonly ActivityKind[] => {
  const known = new Set(Array.isArray(items) ? items.map(item => (isGroup(item) ? item.key : undefined)) : [])
  return usualKinds.map(one => ({ ...one, items: one.items.filter(item => known.has(item)) }))
}

/** Asked for as it always was: a day and evidence, as often as the plan says, by everybody and in one way. */
const plainly = { record: 'none', minimum: null, exempt: false, alternatives: [] } as const

const withRecords = (items: readonly unknown[]) => items.map(item => (isGroup(item) ? { ...plainly, ...item } : item))

export const usualPapers: Record<DestinationCode, readonly DestinationPaper[]> = {
  D01: ['contract'],
  D02: ['contract'],
  D03: ['acceptance-letter'],
  D04: ['acceptance-letter'],
  D05: ['acceptance-letter', 'written-application'],
  D06: [],
  D07: ['enlistment-notice'],
  D08: ['project-document'],
  D09: ['written-application'],
  D10: ['written-application'],
  D11: [],
  D12: [],
}

const paper = (key: string, name: string, required = false, of: DossierPaper['of'] = 'everybody'): DossierPaper => ({
  key,
  name,
  required,
  of,
})

/** 附件4, as Party files are usually made up. */
export const usualDossier: readonly DossierPaper[] = [
  paper('application', '入党申请书'),
  paper('admission', '入党志愿书', true),
  paper('political-review', '政治审查材料', true),
  paper('observation', '培养教育考察材料', true),
  paper('full-application', '转正申请书', true, 'full'),
  paper('thought-reports', '思想汇报'),
  paper('training', '培训证明'),
  paper('talks', '谈话记录'),
]

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

const withPapers = (policy: Group): Group =>
  Object.fromEntries(
    Object.entries(policy).map(([code, rule]) => [
      code,
      isGroup(rule) && code in usualPapers ? { papers: usualPapers[code as DestinationCode], ...rule } : rule,
    ]),
  )

/** The plan as it is read today: what it says stays, what it could not yet say is as usual. */
export const withDefaults = (plan: unknown): unknown => {
  if (!isGroup(plan)) return plan
  const { destinationPolicy, items } = plan
  return {
    escalation: usualEscalation,
    activityKinds: withItems(items),
    dossierChecklist: usualDossier,
    ...plan,
    ...(Array.isArray(items) && { items: withRecords(items) }),
    ...(isGroup(destinationPolicy) && { destinationPolicy: withPapers(destinationPolicy) }),
  }
}
