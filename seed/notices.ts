import { readFile } from 'node:fs/promises'
import type { Plan } from '../src/capabilities/plans/rules.ts'
import type { RichBlock, RichText } from '../src/kernel/rich-text.ts'
import { writeWorkbook, XLSX } from '../src/platform/spreadsheets/index.ts'
import type { ActingClient } from './actors.ts'
import { on, type Season } from './season.ts'

const words = async () => (await readFile(new URL('../examples/2023/notice-2023.txt', import.meta.url), 'utf8')).split('\n')

/** From whom it is addressed to, to the last section: head, contact and foot are the document's own parts. */
function bodyOf(lines: readonly string[]): RichText {
  const from = lines.findIndex(line => line.startsWith('各党总支'))
  const until = lines.findIndex(line => line.startsWith('联系人'))
  const content = lines
    .slice(from, until)
    .filter(line => line.trim() !== '')
    .map((text): RichBlock => {
      const inline = [{ type: 'text' as const, text }]
      return /^[一二三四]、/.test(text) ? { type: 'heading', attrs: { level: 2 }, content: inline } : { type: 'paragraph', content: inline }
    })
  return { type: 'doc', content }
}

async function sheet(name: string, headers: readonly string[], rows: readonly (readonly string[])[] = []): Promise<File> {
  const bytes = await writeWorkbook({ name: '附件', title: name, columns: headers.map(header => ({ header })), rows })
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type: XLSX })
}

const attachments = ({ forms, dossierChecklist, awardRules }: Plan): Promise<File[]> =>
  Promise.all([
    ...(['annex1', 'annex2', 'annex3'] as const).map((key, at) =>
      sheet(
        `附件${at + 1} ${forms[key].title}`,
        forms[key].columns.map(({ label }) => label),
      ),
    ),
    sheet(
      '附件4 毕业生党员材料整理装档说明',
      ['序号', '材料', '是否必备'],
      dossierChecklist.map(({ name, required }, at) => [String(at + 1), name, required ? '必备' : '有则装']),
    ),
    sheet(
      '附件5 “在党旗下成长”优秀毕业生党员评选办法',
      ['评选', '名额'],
      [[awardRules.name, `各总支毕业生党员的 ${awardRules.quotaPercent}%`]],
    ),
  ])

async function issueIt(season: Season, plan: Plan): Promise<string> {
  const lines = await words()
  const { notices } = season.actors.office()
  const { id, version } = await notices.add({
    cohortId: season.cohortId,
    title: lines.find(line => line.startsWith('关于'))!,
    number: plan.document.number ?? '',
    issuer: plan.document.issuer,
    contactName: '组织部办公室',
    contactPhone: '020-00000000',
    text: bodyOf(lines),
  })
  for (const file of await attachments(plan)) await notices.addFile({ id, file })
  await notices.issue({ id, version })
  return id
}

const take = async ({ notices }: ActingClient, id: string) => {
  await notices.open({ id })
  await notices.acknowledge({ id })
}

const asked = [
  { text: '召开支部党员大会，部署离校前各项工作', dueOn: '2023-05-26', task: 'education' as const },
  { text: '逐人核对去向、抬头和具体支部，报附件2', dueOn: '2023-06-09', task: 'register' as const },
  { text: '整理党员材料，照附件4装档', dueOn: '2023-06-20', task: 'dossiers' as const },
]

/** The notice of the season: almost all have it in hand, one unit has only looked, and 外国语学院 has handed it on. */
export async function issueNotices(season: Season, plan: Plan): Promise<void> {
  const { actors, units } = season
  on(season, '2023-05-16')
  const id = await issueIt(season, plan)
  const [late, handing] = [units.filter(({ direct }) => !direct).at(-1)!, units[1]!]
  for (const unit of units.filter(one => one !== late)) await take(unit.direct ? actors.direct(unit.path) : actors.secondary(unit.path), id)
  on(season, '2023-05-17')
  await actors.secondary(late.path).notices.open({ id })
  const above = actors.secondary(handing.path)
  const { forward } = await above.notices.get({ id })
  const unitIds = forward!.branches.map(({ unitId }) => unitId)
  await above.notices.forward({ id, unitIds, remarks: '请各支部负责老师抓紧部署。\n附件1由总支统一汇总，支部不用另报。', duties: asked })
  await workOn(season, id, handing.branches)
  on(season, '2023-06-07')
  await draftNext(season, plan)
}

/** One branch in good time, one late with a report, one that has not even acknowledged. */
async function workOn(season: Season, id: string, [first, second]: readonly string[]) {
  const [one, other] = [season.actors.teacher(first!), season.actors.teacher(second!)]
  const dutyOf = async ({ notices }: ActingClient) => (await notices.get({ id })).duties[0]!
  on(season, '2023-05-18')
  await take(one, id)
  on(season, '2023-05-25')
  await take(other, id)
  const done = await dutyOf(one)
  await one.notices.report({ id: done.id, version: 1, remark: '5 月 24 日开会，到会 18 人' })
  const above = season.actors.secondary(`${first!.split('/').slice(0, -2).join('/')}/`)
  await above.notices.note({ id, works: [{ dutyId: done.id, unitId: done.work.unitId, version: 2 }] })
  on(season, '2023-05-29')
  await other.notices.report({ id: (await dutyOf(other)).id, version: 1, remark: '补开了一次，两人请假' })
}

const draftNext = ({ actors, cohortId }: Season, plan: Plan) =>
  actors.office().notices.add({
    cohortId,
    title: '关于做好毕业生党员离校前谈话的通知',
    issuer: plan.document.issuer,
    contactName: '组织部办公室',
    contactPhone: '020-00000000',
    text: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '各党总支、直属党支部：离校前请逐人谈话，提醒组织关系接转和交纳党费。' }] },
      ],
    },
    duties: [{ text: '完成离校前谈话', dueOn: '2023-06-21', task: null }],
  })
