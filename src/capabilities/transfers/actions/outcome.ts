/** What a decided step makes of a case: its rows as they will stand, and the event that tells of it. */
import type { RequestContext } from '../../accounts/index.ts'
import { voidSheetNames } from '../../letters/rules.ts'
import { applicationNames, type Step, type TransferFacts } from '../rules.ts'
import type { AttemptRow, BegunCase } from '../store/cases.ts'
import type { NewEvent } from '../store/write.ts'
import type { AttemptKind } from '../tables.ts'
import { ended, newAttempt } from './attempts.ts'
import { columnsOf, destinationColumns, markedBy, resultsOf, type Told } from './columns.ts'
import { formOf, knownOf, type Setting } from './setting.ts'

/** `before` is the attempt as it was read; `past` is set where a new one takes its place. */
export type Outcome = { held: BegunCase; before: AttemptRow; past: AttemptRow | null; event: NewEvent; step: Step; told: Told }

type Deed = { step: Step; told: Told; facts: TransferFacts; next: TransferFacts; importId: string | undefined }
type Actor = Pick<RequestContext, 'scope' | 'actor' | 'today' | 'now'>

/** These hand the form in. */
const handsIn = (step: Step) => step === 'fill' || step === 'mend' || step === 'approve'

const draftOf = ({ transfer, attempt }: BegunCase) =>
  transfer.draft
    ? { contacts_sealed: transfer.draft_sealed, key_id: transfer.draft_key_id }
    : { contacts_sealed: attempt.contacts_sealed, key_id: attempt.key_id }

/** Another destination, or by the system from now on: an exception for the old letter says nothing of it. */
const startsOver = (kind: TransferFacts['application']) => kind === 'change' || kind === 'to-system'

/** The destination handed in by this step. An approved application for the same destination keeps the office's method and exception. */
function handedIn(held: BegunCase, setting: Setting, { step, told, facts, next }: Deed) {
  if (!handsIn(step)) return {}
  const settled = step === 'approve' && facts.application !== 'change'
  const begins = step === 'approve' ? startsOver(facts.application) : facts.state !== 'to-fill' && facts.state !== 'sent-back'
  const form = formOf(held)
  const kept = begins ? null : (held.attempt.paper?.exception ?? null)
  const exception = (step === 'approve' && told.exception?.trim()) || kept
  const columns = destinationColumns(form, setting, exception, knownOf(held.person, form, setting.today))
  return { ...columns, ...(settled && { method: next.method }), ...draftOf(held) }
}

function rowsAfter({ scope, today, now }: Actor, held: BegunCase, setting: Setting, deed: Deed) {
  const { step, told, facts, next } = deed
  const on = told.on ?? today
  const marked = { ...held.attempt, ...markedBy(step, told, on, held.attempt), ...resultsOf(facts, next, told, on) }
  const destination = handedIn(held, setting, deed)
  if (next.attempt === facts.attempt) return { past: null, attempt: { ...marked, ...columnsOf(next, held, setting), ...destination } }
  const kind: AttemptKind = facts.application ?? 'refilled'
  const beginning = { transferId: held.transfer.id, ordinal: next.attempt, kind, reason: held.attempt.application_reason, now }
  const fresh = newAttempt(scope.school, held.person, beginning)
  return {
    past: { ...ended(marked, today), old_letter: told.oldLetter ?? null },
    attempt: { ...fresh, ...columnsOf(next, held, setting), ...destination },
  }
}

/** What was told beside the reason. */
const noteOf = (step: Step, { note, sheet, application, exception }: Told): string | null => {
  if (step === 'apply' && application) return applicationNames[application]
  if (step === 'approve' && exception) return `例外开具纸质介绍信：${exception}`
  return note ?? (sheet ? voidSheetNames[sheet] : null)
}

export function outcomeOf(context: Actor, held: BegunCase, setting: Setting, deed: Deed): Outcome {
  const { step, told } = deed
  const { past, attempt } = rowsAfter(context, held, setting, deed)
  const transfer = handsIn(step) ? { ...held.transfer, draft: null, draft_sealed: null, draft_key_id: null } : held.transfer
  const own = context.actor.memberId === held.person.memberId
  const event = {
    school_id: context.scope.school,
    transfer_id: transfer.id,
    attempt_id: attempt.id,
    member_id: held.person.memberId,
    path: held.person.path,
    on_day: told.on ?? context.today,
    step,
    from_state: held.attempt.state,
    to_state: attempt.state,
    actor_id: context.actor.id,
    actor_name: context.actor.name,
    role: context.actor.role,
    reason: told.reason ?? null,
    note: noteOf(step, told),
    changes: null,
    import_id: deed.importId ?? null,
  }
  const after = { person: held.person, transfer: { ...transfer, ...(own && { traced_on: context.today }) }, attempt }
  return { held: after, before: held.attempt, past, event, step, told }
}
