import { implement, ORPCError } from '@orpc/server'
import { day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { recordMany, revoke, signOwn, textSigned } from './actions.ts'
import { farewellContract } from './contract.ts'
import { exportedList, listed, signingSheet } from './listing.ts'
import { leaves, noticeParagraphs, noticeTitle } from './rules.ts'
import * as store from './store.ts'
import { ofKind, recordView } from './views.ts'

const os = implement(farewellContract).$context<RequestContext>()

export const farewellApi = os.router({
  list: os.list.handler(({ context, input }) => listed(context, input)),
  units: os.units.handler(({ context: { trx, scope }, input: { cohortId } }) => store.countsByBranch(trx, scope, cohortId)),
  export: os.export.handler(({ context, input }) => exportedList(context, input)),
  sheet: os.sheet.handler(({ context, input }) => signingSheet(context, input)),
  record: os.record.handler(({ context, input: { onDay, ...input } }) => recordMany(context, { ...input, onDay: day(onDay) })),
  revoke: os.revoke.handler(async ({ context, input }) => recordView(await revoke(context, input.id, input.reason))),

  mine: os.mine.handler(async ({ context: { trx, scope } }) => {
    const person = await store.ownGraduate(trx, scope)
    if (!person) throw new ORPCError('NOT_FOUND')
    const records = await store.recordsOf(trx, scope, [person.id])
    return {
      title: noticeTitle,
      paragraphs: [...noticeParagraphs],
      text: textSigned,
      asked: leaves[person.outcome],
      name: person.name,
      notice: ofKind(records, 'notice'),
      talk: ofKind(records, 'talk'),
    }
  }),
  sign: os.sign.handler(async ({ context, input }) => recordView(await signOwn(context, input))),
})
