import type { Rows } from './row.ts'
import type { Place } from './world.ts'

const scan = () => new File([Uint8Array.from([0x25, 0x50, 0x44, 0x46])], '文件.pdf', { type: 'application/pdf' })

/** Somebody of the branch whose study did not end on time, and one paper of it; recorded where it is not. */
async function paperItem({ logins, people: { ending }, clientOf }: Place) {
  const { roster } = await clientOf(logins.branch)
  const id = ending.graduateId
  const seen = await roster.get({ id })
  if (seen.outcome === 'on-time' && seen.reduction === null)
    await roster.setOutcome({ id, version: seen.version, outcome: 'completed', facts: { reason: '学分未修满', handling: '按结业办理' } })
  const { outcome, papers } = await roster.papers.list({ graduateId: id })
  const asked = { graduateId: id, outcome, kind: 'branch-minutes' as const }
  const held = papers[0] ?? (await roster.papers.add({ ...asked, file: scan() })).papers[0]!
  return { asked, paperId: held.id }
}

export const outcomePaperRows: Rows<'roster.papers'> = {
  'roster.papers.list': {
    subject: 'list',
    reach: 'unit',
    asks: [async ({ place }) => ({ graduateId: (await paperItem(place)).asked.graduateId })],
    seen: ({ papers }) => papers.map(({ id }) => id),
    of: async ({ place }) => [(await paperItem(place)).paperId],
  },
  'roster.papers.add': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ ...(await paperItem(place)).asked, file: scan() })],
  },
  'roster.papers.remove': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ id: (await paperItem(place)).paperId, reason: '扫描不清' })],
  },
  'roster.papers.open': { subject: 'one', reach: 'unit', asks: [async ({ place }) => ({ id: (await paperItem(place)).paperId })] },
}
