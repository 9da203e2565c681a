import { implement } from '@orpc/server'
import { pageFrom } from '../../kernel/paging.ts'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import { addAddressee, changeAddressee, verifyAddressee } from './addressees.ts'
import { completeDictionary } from './completing.ts'
import { addresseesContract } from './contract.ts'
import { exportedAddressees } from './exporting.ts'
import { addresseeImports } from './importing.ts'
import { employerKey } from './learning.ts'
import { addresseesAlike, mergeAddressees } from './merging.ts'
import { type AddresseeRow, addresseeCount, addressees } from './store/addressees.ts'
import { formerNames, offered } from './store/lessons.ts'
import { addresseeOption, addresseeView } from './views.ts'

/** With the names that were merged into each. */
async function views({ trx, scope }: RequestContext, rows: readonly AddresseeRow[]) {
  const names = Map.groupBy(
    await formerNames(
      trx,
      scope,
      rows.map(({ id }) => id),
    ),
    ({ addresseeId }) => addresseeId,
  )
  return rows.map(row =>
    addresseeView(
      row,
      names.get(row.id)?.map(({ name }) => name),
    ),
  )
}
const view = async (context: RequestContext, row: AddresseeRow) => (await views(context, [row]))[0]!

const dictionary = implement(addresseesContract).$context<RequestContext>()

export const addresseesApi = dictionary.router({
  search: dictionary.search.handler(async ({ context: { trx, scope }, input: { search, employer, divisionCode = '', limit } }) =>
    (await offered(trx, scope, { search }, { employer: employerKey(employer), divisionCode }, limit)).map(addresseeOption),
  ),

  list: dictionary.list.handler(async ({ context, input: { after, limit, ...filter } }) => {
    const { trx, scope } = context
    const { page, next } = pageFrom(await addressees(trx, scope, filter, after, limit + 1), limit, ({ id }) => id)
    return { rows: await views(context, page), total: await addresseeCount(trx, scope, filter), next }
  }),

  export: dictionary.export.handler(({ context, input }) => exportedAddressees(context, input)),

  create: dictionary.create.handler(async ({ context, input }) => view(context, await addAddressee(context, input))),
  save: dictionary.save.handler(async ({ context, input }) => view(context, await changeAddressee(context, input))),
  verify: dictionary.verify.handler(async ({ context, input }) => view(context, await verifyAddressee(context, input))),

  alike: dictionary.alike.handler(async ({ context }) => {
    const { total, groups } = await addresseesAlike(context)
    const shown = new Map(
      (
        await views(
          context,
          groups.flatMap(({ entries }) => entries),
        )
      ).map(entry => [entry.id, entry]),
    )
    return { total, groups: groups.map(({ reason, entries }) => ({ reason, entries: entries.map(({ id }) => shown.get(id)!) })) }
  }),

  merge: dictionary.merge.handler(async ({ context, input }) => view(context, await mergeAddressees(context, input))),
  complete: dictionary.complete.handler(({ context }) => completeDictionary(context)),

  imports: listApi(addresseesContract.imports, addresseeImports),
})
