import { implement } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import * as actions from './actions.ts'
import * as attending from './attending.ts'
import { activitiesContract } from './contract.ts'
import * as files from './files.ts'
import { listImports } from './importing.ts'
import { writeMinutes } from './minutes.ts'
import { overview, overviewSheet } from './overview.ts'
import * as signing from './signing.ts'
import * as store from './store.ts'
import { names, rowViews, view } from './views.ts'
import { watching } from './watching.ts'

const os = implement(activitiesContract).$context<RequestContext>()
const dayOf = (text: string | undefined) => (text === undefined ? undefined : day(text))

export const activitiesApi = os.router({
  list: os.list.handler(async ({ context, input: { after, limit, from, until, ...asked } }) => {
    const { trx, scope } = context
    const { kinds } = await names(context, asked.cohortId)
    const filter = { ...asked, from: dayOf(from), until: dayOf(until) }
    const { page, next } = pageFrom(await store.page(trx, scope, filter, after, limit + 1), limit, ({ id }) => id)
    return {
      rows: await rowViews(context, asked.cohortId, page),
      total: await store.total(trx, scope, filter),
      next,
      kinds: kinds.map(({ key, name, theme }) => ({ key, name, theme })),
    }
  }),
  get: os.get.handler(async ({ context, input }) => view(context, await actions.heldActivity(context, input.id, false))),
  overview: os.overview.handler(({ context, input }) => overview(context, input)),
  overviewSheet: os.overviewSheet.handler(({ context, input }) => overviewSheet(context, input)),
  add: os.add.handler(({ context, input }) => actions.add(context, input)),
  change: os.change.handler(({ context, input }) => actions.change(context, input)),
  announce: os.announce.handler(({ context, input }) => actions.announce(context, input)),
  open: os.open.handler(({ context, input }) => actions.open(context, input)),
  record: os.record.handler(({ context, input }) => actions.finish(context, input)),
  cancel: os.cancel.handler(({ context, input }) => actions.cancel(context, input)),
  writeMinutes: os.writeMinutes.handler(({ context, input }) => writeMinutes(context, input)),
  addPhotos: os.addPhotos.handler(({ context, input }) => files.addPhotos(context, input)),
  addAttachment: os.addAttachment.handler(({ context, input }) => files.addAttachment(context, input)),
  changeCaption: os.changeCaption.handler(({ context, input }) => files.changeCaption(context, input)),
  removeFile: os.removeFile.handler(({ context, input }) => files.removeFile(context, input)),
  file: os.file.handler(({ context, input }) => files.openFile(context, input)),
  people: os.people.handler(({ context, input }) => attending.people(context, input)),
  watch: os.watch.handler(({ context, input, signal }) => watching(context, input.id, signal)),
  mark: os.mark.handler(({ context, input }) => attending.mark(context, input)),
  close: os.close.handler(({ context, input }) => attending.close(context, input)),
  code: os.code.handler(({ context, input }) => signing.code(context, input.id)),
  sheet: os.sheet.handler(({ context, input }) => attending.sheet(context, input.id)),
  imports: listApi(activitiesContract.imports, listImports),
  mine: os.mine.handler(({ context }) => signing.mine(context)),
  signIn: os.signIn.handler(({ context, input }) => signing.signIn(context, input)),
  signUp: os.signUp.handler(({ context, input }) => signing.signUp(context, input)),
})
