import type { RichBlock, RichText } from '../src/kernel/rich-text.ts'
import type { ActingClient } from './actors.ts'
import { gradient } from './pictures.ts'
import { checker, on, type Season } from './season.ts'

type Plan = Parameters<ActingClient['activities']['add']>[0]
type Asked = Omit<Plan, 'cohortId' | 'audience' | 'begins'> & { begins?: string }

const add = async (season: Season, client: ActingClient, unitId: string, asked: Asked): Promise<string> => {
  const plan = { cohortId: season.cohortId, audience: [unitId], begins: '14:30', ...asked }
  return (await client.activities.add(plan)).ids[0]!
}

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): RichBlock => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const listed = (...lines: string[]): RichBlock => ({
  type: 'orderedList',
  content: lines.map(line => ({ type: 'listItem', content: [paragraph(line)] })),
})

const minutes: RichText = {
  type: 'doc',
  content: [
    heading('经过'),
    paragraph('组织部介绍今年毕业生党员教育和组织关系接转的安排，三位毕业生党员代表发言，各支部书记交流。'),
    heading('发言要点'),
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph('去外省工作的同志：出发以前先问清接收的党组织，抬头和具体支部都要写准。')] },
        { type: 'listItem', content: [paragraph('考上研究生的同志：到新学校先找学院党组织报到，不要等人来问。')] },
        { type: 'listItem', content: [paragraph('到基层服务的同志：离校以后每半年和支部联系一次。')] },
      ],
    },
    heading('会议决定'),
    listed('六月十日以前，支部逐人核对去向。', '暂时没有落实单位的，由支部指定专人联系。'),
    {
      type: 'blockquote',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '组织关系走到哪里，', marks: [{ type: 'bold' }] },
            { type: 'text', text: '组织生活就过到哪里。' },
          ],
        },
      ],
    },
  ],
}

async function keepRecord({ activities }: ActingClient, id: string): Promise<void> {
  await activities.writeMinutes({ id, version: 1, text: minutes })
  const files = [
    await gradient('座谈会会场.jpg', [214, 200, 178], [122, 92, 74]),
    await gradient('代表发言.jpg', [196, 208, 214], [92, 104, 116]),
  ]
  const { added } = await activities.addPhotos({ id, files })
  await activities.changeCaption({ id: added[0]!, caption: '大学生活动中心报告厅' })
}

/** The committee has met with everybody and will again; each 总支 holds something today. */
export async function holdActivities(season: Season): Promise<void> {
  const office = season.actors.office()
  const { unitId } = await office.accounts.session()
  on(season, '2023-05-26')
  const past = {
    kind: 'symposium',
    title: '毕业生党员座谈会',
    onDay: '2023-05-26',
    ends: '16:00',
    place: '大学生活动中心报告厅',
    host: '陈永年',
  }
  const held = await add(season, office, unitId, past)
  await office.activities.open({ id: held, version: 1 })
  for (const unit of season.units)
    for (const branch of unit.branches) {
      const { activities } = checker(season, unit, branch)
      const people = await activities.people({ id: held })
      const there = people.filter((_, at) => at % 5 !== 2).map(({ graduateId }) => graduateId)
      if (there.length === 0) continue
      await activities.mark({ id: held, graduateIds: there, marking: 'present' })
      await activities.close({ id: held, unitId: people[0]!.unitId })
    }
  await office.activities.record({ id: held, version: 2 })
  await keepRecord(office, held)
  on(season, '2023-06-08')
  const ahead = {
    kind: 'exchange',
    title: '优秀毕业生党员交流会',
    onDay: '2023-06-14',
    ends: '17:00',
    place: '图书馆报告厅',
    speaker: '三位毕业生党员',
  }
  await office.activities.announce({ id: await add(season, office, unitId, ahead), version: 1 })
  for (const unit of season.units.filter(({ direct }) => !direct)) {
    const client = season.actors.secondary(unit.path)
    const today = { kind: 'oath', title: '重温入党誓词', onDay: '2023-06-08', begins: '16:30', place: '校史馆前广场' }
    const id = await add(season, client, (await client.accounts.session()).unitId, today)
    await client.activities.open({ id, version: 1 })
  }
}
