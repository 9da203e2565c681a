import { implement, ORPCError } from '@orpc/server'
import { pageFrom, pageKey } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { rootPath } from '../orgs/rules.ts'
import { lettersContract } from './contract.ts'
import { exportedLetters } from './exporting.ts'
import { handoverFile } from './handing.ts'
import { addPrinter, printers, printForm, printTestSheet, removePrinter, savePrinter } from './printers.ts'
import { usedTo } from './rules.ts'
import { openLetters, printLetters } from './sheets.ts'
import { handoverOf } from './store/handovers.ts'
import { ledgerPage, series, standingCounts } from './store/ledger.ts'
import * as store from './store.ts'
import { letterRow, letterView, onOf, ownLetter, reissuesOf, serialOf } from './views.ts'

const letters = implement(lettersContract).$context<RequestContext>()

export const lettersApi = letters.router({
  list: letters.list.handler(async ({ context, input: { after, limit, ...filter } }) => {
    const { trx, scope } = context
    const on = await onOf(context, filter.cohortId)
    const found = await ledgerPage(trx, scope, filter, on, after, limit + 1)
    const { page, next } = pageFrom(found, limit, ({ year, number }) => pageKey(year, number))
    const counts = await standingCounts(trx, scope, filter, on)
    const links = await reissuesOf(context, page)
    return { rows: page.map(row => letterRow(row, on, links)), total: counts[filter.standing ?? 'all'], next, counts }
  }),

  export: letters.export.handler(({ context, input }) => exportedLetters(context, input)),

  series: letters.series.handler(async ({ context: { trx, scope, today } }) => {
    if (scope.path !== rootPath) return null
    const year = Number(today.slice(0, 4))
    const row = await series(trx, scope.school, year)
    if (!row) return { year, usedTo: null, voided: 0, missing: [] }
    const last = usedTo(row)
    return { year, usedTo: last === null ? null : serialOf(last), voided: row.voided, missing: row.missing.map(serialOf) }
  }),

  get: letters.get.handler(async ({ context, input }) => {
    const { trx, scope, actor } = context
    const letter = (await openLetters(context, [input.id])).get(input.id)
    if (!letter) throw new ORPCError('NOT_FOUND')
    const on = await onOf(context, letter.row.cohortId)
    const prints = await store.printsOf(trx, scope, input.id)
    const links = await reissuesOf(context, [letter.row])
    const handed = await handoverOf(trx, scope, input.id)
    return letterView({ ...letter, prints, links, handed }, on, actor.permissions.has('letters:issue'))
  }),

  mine: letters.mine.handler(async ({ context }) => {
    const rows = await store.lettersOf(context.trx, context.scope, context.scope.member)
    return Promise.all(rows.map(async row => ownLetter(row, await onOf(context, row.cohortId))))
  }),

  print: letters.print.handler(({ context, input }) => printLetters(context, input)),

  handoverFile: letters.handoverFile.handler(({ context, input }) => handoverFile(context, input)),

  printers: {
    list: letters.printers.list.handler(({ context }) => printers(context)),
    add: letters.printers.add.handler(({ context, input }) => addPrinter(context, input)),
    save: letters.printers.save.handler(({ context, input }) => savePrinter(context, input)),
    remove: letters.printers.remove.handler(({ context, input }) => removePrinter(context, input)),
    testSheet: letters.printers.testSheet.handler(({ context, input }) => printTestSheet(context, input.id)),
    form: letters.printers.form.handler(({ context }) => printForm(context)),
  },
})
