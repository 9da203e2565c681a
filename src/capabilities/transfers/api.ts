import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { listApi } from '../imports/index.ts'
import { decideOne, listArrivals } from './actions/arrivals.ts'
import { callList, exportedCallList } from './actions/call-list.ts'
import { logCall } from './actions/calling.ts'
import { decidePaper } from './actions/decide-paper.ts'
import { decideDifferences, listDifferences } from './actions/differences.ts'
import { exportedList } from './actions/exporting.ts'
import { saveDestination } from './actions/fill.ts'
import { textForGroup } from './actions/group-text.ts'
import { receiptImports, resultImports } from './actions/importing.ts'
import { issue, toIssue } from './actions/issuing.ts'
import { addPaper, openPaper, removePaper } from './actions/papers.ts'
import { handOut, signListFile, toHandOut } from './actions/pickup.ts'
import { caseById, caseView, counts, list, ownId, within } from './actions/read.ts'
import { addPicture, openPicture, removePicture } from './actions/receipt-pictures.ts'
import { logStayContact } from './actions/staying.ts'
import { type Deed, type Item, take, takeOne } from './actions/take.ts'
import { worklist, worklistFile } from './actions/worklist.ts'
import { type Given, type Stepped, transfersContract } from './contract.ts'
import type { Step } from './rules.ts'
import * as store from './store.ts'

const os = implement(transfersContract).$context<RequestContext>()

type One = Item & { step: Step; given: Given }
type Many = { items: Item[]; step: Step; given: Given; dryRun: boolean }

const step = async (context: RequestContext, { id, version, step, given }: One): Promise<Stepped> => {
  const { held } = await takeOne(context, { item: { id, version }, step, told: given })
  const { person, attempt } = held
  return { id, graduateId: person.id, version: version + 1, state: attempt.state, attempt: attempt.ordinal }
}
const stepMany = async (context: RequestContext, { given, ...deed }: Many) => {
  const { applied, rows } = await take(context, { ...deed, told: given } satisfies Deed)
  return { applied, rows }
}

/** The graduate's own case, by the version that was seen. */
const ownStep = async (context: RequestContext, version: number, step: (state: string) => Step, given: Given = {}) => {
  const { id, state } = await caseView(context, await ownId(context))
  if (!id) throw new Error('A version was named of a case that has not begun.')
  const { held } = await takeOne(context, { item: { id, version }, step: step(state ?? ''), told: given })
  return caseView(context, held.person.id)
}

export const transfersApi = os.router({
  list: os.list.handler(({ context, input }) => list(context, input)),
  export: os.export.handler(({ context, input }) => exportedList(context, input)),
  counts: os.counts.handler(({ context, input }) => counts(context, input)),
  equation: os.equation.handler(({ context: { trx, scope, today }, input }) =>
    store.termCounts(trx, within(scope, input.path), input.cohortId, today),
  ),
  get: os.get.handler(({ context, input }) => caseById(context, input.id)),

  mine: {
    get: os.mine.get.handler(async ({ context }) => caseView(context, await ownId(context))),
    save: os.mine.save.handler(async ({ context, input: { version, ...form } }) => {
      const id = await ownId(context)
      await saveDestination(context, id, version, form)
      return caseView(context, id)
    }),
    submit: os.mine.submit.handler(({ context, input }) =>
      ownStep(context, input.version, state => (state === 'sent-back' ? 'mend' : 'fill')),
    ),
    step: os.mine.step.handler(({ context, input }) => ownStep(context, input.version, () => input.step, input.given)),
    papers: {
      add: os.mine.papers.add.handler(({ context, input }) => addPaper(context, input, ownId)),
      remove: os.mine.papers.remove.handler(({ context, input }) => removePaper(context, input)),
      open: os.mine.papers.open.handler(({ context, input }) => openPaper(context, input.id)),
    },
  },

  papers: {
    add: os.papers.add.handler(({ context, input: { graduateId, ...paper } }) => addPaper(context, paper, async () => graduateId)),
    remove: os.papers.remove.handler(({ context, input }) => removePaper(context, input)),
    open: os.papers.open.handler(({ context, input }) => openPaper(context, input.id)),
  },

  pictures: {
    add: os.pictures.add.handler(({ context, input }) => addPicture(context, input)),
    remove: os.pictures.remove.handler(({ context, input }) => removePicture(context, input)),
    open: os.pictures.open.handler(({ context, input }) => openPicture(context, input.id)),
  },

  calls: {
    log: os.calls.log.handler(({ context, input }) => logCall(context, input)),
    list: os.calls.list.handler(({ context, input }) => callList(context, input)),
    export: os.calls.export.handler(({ context, input }) => exportedCallList(context, input)),
  },

  differences: {
    list: os.differences.list.handler(({ context, input }) => listDifferences(context, input)),
    decide: os.differences.decide.handler(({ context, input }) => decideDifferences(context, input)),
  },

  following: {
    logContact: os.following.logContact.handler(async ({ context, input }) => caseView(context, await logStayContact(context, input))),
    groupText: os.following.groupText.handler(({ context, input }) => textForGroup(context, input)),
  },
  arrivals: {
    list: os.arrivals.list.handler(({ context, input }) => listArrivals(context, input)),
    decide: os.arrivals.decide.handler(({ context, input }) => decideOne(context, input)),
  },

  fill: {
    save: os.fill.save.handler(async ({ context, input: { graduateId, version, ...form } }) => {
      await saveDestination(context, graduateId, version, form)
      return caseView(context, graduateId)
    }),
    step: os.fill.step.handler(({ context, input }) => step(context, input)),
    stepMany: os.fill.stepMany.handler(({ context, input }) => stepMany(context, input)),
  },

  check: {
    step: os.check.step.handler(({ context, input }) => step(context, input)),
    stepMany: os.check.stepMany.handler(({ context, input }) => stepMany(context, input)),
  },

  feedback: {
    step: os.feedback.step.handler(({ context, input }) => step(context, input)),
    stepMany: os.feedback.stepMany.handler(({ context, input }) => stepMany(context, input)),
    decidePaper: os.feedback.decidePaper.handler(async ({ context, input }) => caseView(context, await decidePaper(context, input))),
  },

  handle: {
    step: os.handle.step.handler(({ context, input }) => step(context, input)),
    stepMany: os.handle.stepMany.handler(({ context, input }) => stepMany(context, input)),
    worklist: os.handle.worklist.handler(({ context, input }) => worklist(context, input)),
    worklistFile: os.handle.worklistFile.handler(({ context, input }) => worklistFile(context, input)),
  },

  letters: {
    toIssue: os.letters.toIssue.handler(({ context, input }) => toIssue(context, input.cohortId)),
    issue: os.letters.issue.handler(({ context, input }) => issue(context, input.items, input.dryRun)),
    void: os.letters.void.handler(({ context, input: { reason, sheet, ...item } }) =>
      step(context, { ...item, step: 'void-letter', given: { reason, sheet } }),
    ),
    toHandOut: os.letters.toHandOut.handler(({ context, input }) => toHandOut(context, input)),
    signList: os.letters.signList.handler(({ context, input }) => signListFile(context, input)),
    handOut: os.letters.handOut.handler(({ context, input }) => handOut(context, input)),
  },

  results: listApi(transfersContract.results, resultImports),
  receipts: listApi(transfersContract.receipts, receiptImports),
})
