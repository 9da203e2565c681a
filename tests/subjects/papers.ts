import type { Running } from '../university/open.ts'
import { applied, itemsOf, passed } from './cases.ts'
import { graduateItem } from './versions.ts'
import type { Place } from './world.ts'

const pdf = (name: string) => new File(['%PDF-1.7 第一季度'], name, { type: 'application/pdf' })

/** 组织部 passes and issues; what is confirmed, corrected, brought and archived. */
export async function keepPapers(place: Place, server: Running): Promise<void> {
  const office = await place.clientOf('office')
  applied(await office.transfers.feedback.stepMany({ items: await itemsOf(place, passed), step: 'pass', given: {} }))
  applied(await office.transfers.letters.issue({ items: await itemsOf(place, ['lettered', 'held', 'fetched', 'misprinted']) }))
  const { attempts } = await office.transfers.get({ id: place.people.lettered.graduateId })
  place.letterId = attempts[0]!.letterId!
  const fetched = {
    items: await itemsOf(place, ['fetched']),
    on: '2023-06-08',
    how: 'self',
    signed: 'screen',
    signature: '10,10 400,200',
  } as const
  applied(await office.transfers.letters.handOut(fetched))

  const branch = await place.clientOf(place.logins.branch)
  const { graduateId } = place.people.fresh
  const confirmed = await branch.education.confirm({ graduateId, item: 'book', doneOn: '2023-05-30', evidence: '读书笔记' })
  place.confirmationId = confirmed.id
  await branch.roster.correct({ ...(await graduateItem(place, 'fresh')), changes: { className: '19英语1班' } })

  const { archive } = await place.clientOf(place.logins.above)
  const { cohortId } = place
  place.materials.kept = (await archive.addMaterial({ cohortId, item: 'summary', file: pdf('工作总结.pdf') })).id
  place.materials.spare = (await archive.addMaterial({ cohortId, item: 'summary', file: pdf('工作总结草稿.pdf') })).id
  await keepSchools(place, server)
}

/** An addressee and an archive, once a school. */
async function keepSchools(place: Place, server: Running): Promise<void> {
  const { addressees, archive, inbox } = await place.clientOf('office')
  const name = place.code === 'other' ? '中共杭州市滨江区委员会组织部' : '中共深圳市福田区委员会组织部'
  const known = (await addressees.search({ search: name })).find(row => row.name === name)
  place.addressee = known ?? (await addressees.create({ name, kind: 'organisation-department', divisionCode: null }))
  const { cohortId } = place
  if ((await archive.list({ cohortId })).length === 0) {
    const { taskId } = await archive.make({ cohortId })
    await server.services.tasks.run(taskId)
    const { state } = await inbox.task({ id: taskId })
    if (state !== 'done') throw new Error('The archive was not made.')
  }
  place.archiveId = (await archive.list({ cohortId }))[0]!.id
}
