import { implement } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { correctionsContract, ownDataContract } from '../contract/own-data.ts'
import { correctionView, decide, list, revealed } from './decide.ts'
import { downloadOwn } from './download.ts'
import { keepOwn } from './draft.ts'
import { addEvidence, dropEvidence, openEvidence } from './evidence.ts'
import { exportedCorrections } from './exporting.ts'
import { correctOwn, withdrawOwn } from './propose.ts'
import { ownData } from './view.ts'

const own = implement(ownDataContract).$context<RequestContext>()

export const ownDataApi = own.router({
  get: own.get.handler(({ context }) => ownData(context)),
  keep: own.keep.handler(async ({ context, input }) => {
    await keepOwn(context, input)
    return { kept: true }
  }),
  correct: own.correct.handler(async ({ context, input }) => {
    await correctOwn(context, input)
    return ownData(context)
  }),
  withdraw: own.withdraw.handler(async ({ context }) => {
    await withdrawOwn(context)
    return ownData(context)
  }),
  addEvidence: own.addEvidence.handler(({ context, input }) => addEvidence(context, input.file)),
  dropEvidence: own.dropEvidence.handler(({ context, input }) => dropEvidence(context, input.id)),
  download: own.download.handler(({ context, input }) => downloadOwn(context, input.form)),
})

const corrections = implement(correctionsContract).$context<RequestContext>()

export const correctionsApi = corrections.router({
  list: corrections.list.handler(({ context, input }) => list(context, input)),
  export: corrections.export.handler(({ context, input }) => exportedCorrections(context, input)),
  get: corrections.get.handler(({ context, input }) => correctionView(context, input.id)),
  reveal: corrections.reveal.handler(({ context, input }) => revealed(context, input)),
  decide: corrections.decide.handler(({ context, input }) => decide(context, input)),
  evidence: corrections.evidence.handler(({ context, input }) => openEvidence(context, input.id)),
})
