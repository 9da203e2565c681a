import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { importApi, listApi } from '../imports/index.ts'
import * as batch from './batch.ts'
import { comparisonImports } from './comparing.ts'
import { rosterContract } from './contract.ts'
import { correct } from './correcting.ts'
import { duplicates, keepApart, merge } from './duplicates.ts'
import { emptyForm, exported } from './exporting.ts'
import { rosterImports } from './importing.ts'
import { exportedJuniors, juniorImports, juniors } from './juniors.ts'
import { changes, counts, list, lookup, personPage, reveal, within } from './listing.ts'
import { addNote, notes, removeNote } from './notes.ts'
import { addPaper, openPaper, papers, removePaper } from './outcome-papers.ts'
import { setOutcome, setReduction } from './outcomes.ts'
import { correctionsApi, ownDataApi } from './own/api.ts'
import { membershipCodes, type OutcomeFacts, outcomes } from './rules.ts'
import { tagsUsed } from './store/beside.ts'
import { graduate } from './store.ts'

const os = implement(rosterContract).$context<RequestContext>()

/** What was just written, as its page now reads. */
const pageOf = async (context: RequestContext, id: string) => personPage(context, await graduate(context.trx, context.scope, id))

export const rosterApi = os.router({
  list: os.list.handler(({ context, input }) => list(context, input)),
  lookup: os.lookup.handler(({ context, input }) => lookup(context, input)),
  counts: os.counts.handler(({ context, input }) => counts(context, input, { outcomes, memberships: membershipCodes })),
  get: os.get.handler(({ context, input }) => pageOf(context, input.id)),
  correct: os.correct.handler(async ({ context, input }) => {
    await correct(context, input)
    return pageOf(context, input.id)
  }),
  setOutcome: os.setOutcome.handler(async ({ context, input }) => {
    await setOutcome(context, { ...input, facts: input.facts as OutcomeFacts })
    return pageOf(context, input.id)
  }),
  setReduction: os.setReduction.handler(async ({ context, input }) => {
    await setReduction(context, input as Parameters<typeof setReduction>[1])
    return pageOf(context, input.id)
  }),
  reveal: os.reveal.handler(({ context, input }) => reveal(context, input)),
  changes: os.changes.handler(({ context, input }) => changes(context, input)),
  export: os.export.handler(({ context, input }) => exported(context, input)),
  template: os.template.handler(({ context, input }) => emptyForm(context, input.cohortId)),
  batch: {
    preview: os.batch.preview.handler(({ context, input }) => batch.preview(context, input)),
    apply: os.batch.apply.handler(({ context, input }) => batch.apply(context, input)),
    tags: os.batch.tags.handler(async ({ context, input }) =>
      (await tagsUsed(context.trx, within(context.scope, input.path), input.cohortId)).map(({ tag, count }) => ({
        tag,
        count: Number(count),
      })),
    ),
    staff: os.batch.staff.handler(({ context, input }) => batch.staff(context, input.cohortId)),
  },
  duplicates: {
    list: os.duplicates.list.handler(({ context, input }) => duplicates(context, input.cohortId)),
    merge: os.duplicates.merge.handler(({ context, input }) => merge(context, input)),
    apart: os.duplicates.apart.handler(({ context, input }) => keepApart(context, input)),
  },
  notes: {
    list: os.notes.list.handler(({ context, input }) => notes(context, input.graduateId)),
    add: os.notes.add.handler(({ context, input }) => addNote(context, input)),
    remove: os.notes.remove.handler(({ context, input }) => removeNote(context, input)),
  },
  papers: {
    list: os.papers.list.handler(({ context, input }) => papers(context, input.graduateId)),
    add: os.papers.add.handler(({ context, input }) => addPaper(context, input)),
    remove: os.papers.remove.handler(({ context, input }) => removePaper(context, input)),
    open: os.papers.open.handler(({ context, input }) => openPaper(context, input.id)),
  },
  juniors: {
    list: os.juniors.list.handler(({ context, input }) => juniors(context, input)),
    export: os.juniors.export.handler(({ context, input }) => exportedJuniors(context, input)),
    imports: listApi(rosterContract.juniors.imports, juniorImports),
  },
  own: ownDataApi,
  corrections: correctionsApi,
  comparisons: importApi(rosterContract.comparisons, comparisonImports),
  imports: importApi(rosterContract.imports, rosterImports),
})
