import { newId } from '../../kernel/ids.ts'
import { writeBag } from '../../platform/bagit/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { keepFile } from '../attachments/index.ts'
import { school } from '../orgs/index.ts'
import { cohort } from '../plans/index.ts'
import { checklistOf } from './checklist.ts'
import { type Making, outline, payload } from './payload.ts'
import { owed } from './rules.ts'
import * as store from './store.ts'

export type Progress = (done: number, total: number) => Promise<void>

export const folderOf = (schoolName: string, cohortName: string, madeOn: string) => `${schoolName}-${cohortName}-归档-${madeOn}`

/** Makes one archive of a cohort, keeps it encrypted like every file, and enters it in the list. The context is one that renders. */
export async function makeArchive(context: RequestContext, making: Making, progress: Progress): Promise<{ archiveId: string }> {
  const { cohortId, reason } = making
  const plan = await outline(context, making)
  const { folder, info, lacking } = await context.within(inside => aboutBag(inside, making))
  const chunks: Uint8Array[] = []
  await progress(0, plan.total)
  const entries = await writeBag(
    { folder, info, at: context.now },
    counted(payload(context, making, plan), plan.total, progress),
    chunk => {
      chunks.push(chunk)
    },
  )
  const bytes = Buffer.concat(chunks)
  return context.within(async inside => {
    const fileId = await keepFile(inside, { purpose: 'archive', name: `${folder}.zip`, mime: 'application/zip', bytes, cohortId })
    const id = newId()
    const contents = { files: entries.length, bytes: bytes.length, full: reason !== null, lacking }
    await store.addArchive(inside.trx, {
      school_id: inside.scope.school,
      id,
      cohort_id: cohortId,
      path: inside.scope.path,
      file_id: fileId,
      made_on: inside.today,
      made_by: inside.actor.id,
      made_name: inside.actor.name,
      contents,
    })
    inside.record({ kind: 'archive', id, path: inside.scope.path, after: { ...contents, ...(reason && { reason }) } })
    return { archiveId: id }
  })
}

async function aboutBag(context: RequestContext, { cohortId, reason }: Making) {
  const { trx, scope, today, actor } = context
  const { name: schoolName, committeeName } = await school(trx, scope.school)
  const { name: cohortName } = (await cohort(trx, scope, cohortId))!
  const lacking = owed((await checklistOf(context, cohortId)).items).map(({ name }) => name)
  const info = [
    ['Source-Organization', committeeName],
    ['Contact-Name', actor.name],
    [
      'External-Description',
      `${schoolName}${cohortName}毕业生党员教育管理与组织关系接转归档材料${reason ? '（含完整号码，注意保密）' : '（号码已隐去）'}`,
    ],
    ['External-Identifier', `${schoolName}-${cohortName}-${today}`],
    ['Bagging-Date', today],
    ...(lacking.length ? [['Incomplete-Items', lacking.join('、')] as const] : []),
  ] as const
  return { folder: folderOf(schoolName, cohortName, today), info, lacking }
}

async function* counted<File>(files: AsyncIterable<File>, total: number, progress: Progress): AsyncGenerator<File> {
  let done = 0
  for await (const file of files) {
    yield file
    done += 1
    await progress(done, total)
  }
}
