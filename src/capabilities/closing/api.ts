import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { accountPdf, signAccount } from './account.ts'
import { type AccountView, type ClosingUnit, closingContract } from './contract.ts'
import { dissolvingBranches, nameTeacher } from './dissolving.ts'
import { exportedOpen, openPeople } from './open.ts'
import { type Figures, maySign, openIn, sameFigures } from './rules.ts'
import * as store from './store.ts'
import { type UnitFigures, unitFigures } from './units.ts'

const os = implement(closingContract).$context<RequestContext>()

const accountView = ({ id, onDay, signedName, figures }: store.AccountRow, now: Figures): AccountView => ({
  id,
  onDay,
  signedName,
  figures,
  changedSince: !sameFigures(figures, now),
})

const unitView = (
  { actor }: RequestContext,
  { unit, branches, figures, total, beside, open }: UnitFigures,
  signed: store.AccountRow | undefined,
): ClosingUnit => {
  const signs = actor.unitId === unit.id && actor.permissions.has('submissions:submit') && unit.kind !== 'branch'
  return {
    unitId: unit.id,
    unitName: unit.name,
    path: unit.path,
    total,
    beside,
    open,
    figures,
    direct: unit.kind === 'direct-branch',
    branches: branches.map(({ unitId, unitName, path, terms, ...counts }) => ({
      unitId,
      unitName,
      path,
      total: counts.total,
      beside: counts.beside,
      open: openIn(terms),
      figures: terms,
    })),
    account: signed ? accountView(signed, figures) : null,
    can: signs && maySign(figures, signed?.figures ?? null).allowed ? ['sign'] : [],
  }
}

export const closingApi = os.router({
  units: os.units.handler(async ({ context, input: { cohortId } }) => {
    const accounts = await store.accountsOf(context.trx, context.scope, cohortId)
    return (await unitFigures(context, cohortId)).map(row =>
      unitView(
        context,
        row,
        accounts.find(({ unitId }) => unitId === row.unit.id),
      ),
    )
  }),
  open: os.open.handler(({ context, input }) => openPeople(context, input)),
  export: os.export.handler(({ context, input }) => exportedOpen(context, input)),
  dissolving: os.dissolving.handler(({ context, input }) => dissolvingBranches(context, input.cohortId)),
  name: os.name.handler(({ context, input }) => nameTeacher(context, input)),
  sign: os.sign.handler(async ({ context, input }) => {
    const row = await signAccount(context, input)
    return accountView(row, row.figures)
  }),
  download: os.download.handler(({ context, input: { id } }) => accountPdf(context, id)),
})
