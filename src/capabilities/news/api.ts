import { implement } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { newsContract } from './contract.ts'
import { unitCounts } from './counting.ts'
import * as drafting from './drafting.ts'
import * as exporting from './exporting.ts'
import { listed } from './listing.ts'
import * as photos from './photos.ts'
import * as stepping from './stepping.ts'
import { view } from './views.ts'

const os = implement(newsContract).$context<RequestContext>()

const fields = <Asked extends { consentOn: string | null }>(asked: Asked) => ({
  ...asked,
  consentOn: asked.consentOn === null ? null : day(asked.consentOn),
})

export const newsApi = os.router({
  list: os.list.handler(({ context, input }) => listed(context, input)),
  get: os.get.handler(({ context, input }) => view(context, input.id)),
  add: os.add.handler(({ context, input }) => drafting.add(context, fields(input))),
  change: os.change.handler(({ context, input }) => drafting.change(context, fields(input))),
  drop: os.drop.handler(({ context, input }) => drafting.drop(context, input)),
  submit: os.submit.handler(({ context, input }) => stepping.submit(context, input)),
  withdraw: os.withdraw.handler(({ context, input }) => stepping.withdraw(context, input)),
  passOn: os.passOn.handler(({ context, input }) => stepping.passOn(context, input)),
  giveBack: os.giveBack.handler(({ context, input }) => stepping.giveBack(context, input)),
  receive: os.receive.handler(({ context, input }) => stepping.receive(context, input)),
  return: os.return.handler(({ context, input }) => stepping.giveReturn(context, input)),
  accept: os.accept.handler(({ context, input }) => stepping.accept(context, input)),
  publish: os.publish.handler(({ context, input }) => stepping.publish(context, { ...input, onDay: day(input.onDay) })),
  document: os.document.handler(({ context, input }) => exporting.document(context, input.id)),
  pictures: os.pictures.handler(({ context, input }) => exporting.pictures(context, input.id)),
  counts: os.counts.handler(({ context, input }) => unitCounts(context, input)),
  exportCounts: os.exportCounts.handler(({ context, input }) => exporting.exportCounts(context, input)),
  addPhotos: os.addPhotos.handler(({ context, input }) => photos.addPhotos(context, input)),
  arrangePhotos: os.arrangePhotos.handler(({ context, input }) => photos.arrangePhotos(context, input)),
  removePhoto: os.removePhoto.handler(({ context, input }) => photos.removePhoto(context, input.id)),
  photo: os.photo.handler(({ context, input }) => photos.openPhoto(context, input)),
})
