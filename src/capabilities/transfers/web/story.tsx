/** The attempts of a case as a story: newest first, each with what happened and why the next began. */
import { addDays, daysBetween } from '../../../kernel/day.ts'
import { StateTag } from '../../../ui/Mark.tsx'
import type { StoryPart } from '../../../ui/Story.tsx'
import type { StoryEvent } from '../../../ui/Timeline.tsx'
import type { AttemptView, CaseView, EventView } from '../contract.ts'
import { methodNames, oldLetterNames, type ProofKind, proofNames, receiptFormNames } from '../rules.ts'
import { BothVersions } from './BothVersions.tsx'
import { changedFieldsIn, changeLines } from './change-words.ts'
import { asDay, momentOf, shortDay } from './days.ts'
import { becauseWords, eventWords } from './step-words.ts'
import { stateLooks } from './words.ts'

const badSteps: readonly EventView['step'][] = [
  'branch-send-back',
  'secondary-send-back',
  'office-send-back',
  'reject',
  'reject-other',
  'decline-internal',
  'void-letter',
]

const keptOf = ({ oldLetter }: AttemptView) => oldLetter && oldLetterNames[oldLetter]

/** Only the stamped receipt names a form, a handler and a phone. */
const provenBy = (proof: ProofKind, { acceptanceShown, acceptanceHandler, acceptancePhone }: AttemptView): string => {
  const receipt = proof === 'stamped-receipt'
  return [
    `凭据：${proofNames[proof]}${receipt && acceptanceShown ? `（${receiptFormNames[acceptanceShown]}）` : ''}`,
    receipt && acceptanceHandler && `经办人 ${acceptanceHandler}`,
    receipt && acceptancePhone && `电话 ${acceptancePhone}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** What the attempt itself knows about a step, beside the event's own words. */
const detailOf: Partial<Record<EventView['step'], (attempt: AttemptView) => string | null>> = {
  pass: ({ method }) => method && `方式：${methodNames[method]}`,
  start: ({ serial }) => serial && `编号 ${serial}`,
  issue: ({ letterNumber, letter }) => letterNumber && `${letterNumber}${letter.validUntil ? `，有效期至 ${letter.validUntil}` : ''}`,
  void: keptOf,
  recall: keptOf,
  accept: attempt => attempt.acceptanceProof && provenBy(attempt.acceptanceProof, attempt),
  'accept-other': attempt => {
    const other = attempt.acceptanceProof === 'stamped-receipt' ? attempt.system.proof : attempt.letter.proof
    return other && provenBy(other, attempt)
  },
}

/** An attempt knows its last letter only: one that was voided before it is told by the event. */
const voidedSince = ({ step, note }: EventView, { letterNumber }: AttemptView) => {
  if (step !== 'issue' || !note || note === letterNumber) return null
  return `${note}，后作废${letterNumber ? `，已换开 ${letterNumber}` : ''}`
}

const wordsOf = (event: EventView, attempt: AttemptView) => {
  const said = [
    voidedSince(event, attempt) ?? detailOf[event.step]?.(attempt),
    event.reason && `“${event.reason}”`,
    event.step !== 'issue' && event.note,
  ].filter(Boolean)
  return `${eventWords[event.step]}${said.length > 0 ? `：${said.join('；')}` : ''}`
}

/** The step, and behind it the version that it replaced. */
const Versioned = ({ event, words }: { event: EventView; words: string }) => (
  <>
    {words}
    <details className="story-changes">
      <summary>改了 {changedFieldsIn(event.changes)}</summary>
      <BothVersions label={`${eventWords[event.step]}时的改动`} here="改前" there="改后" lines={changeLines(event.changes)} />
    </details>
  </>
)

const happened = (event: EventView, attempt: AttemptView): StoryEvent => ({
  id: event.id,
  when: momentOf(event),
  what: event.changes.length > 0 ? <Versioned event={event} words={wordsOf(event, attempt)} /> : wordsOf(event, attempt),
  by: event.actorName,
  kind: badSteps.includes(event.step) ? 'bad' : undefined,
})

/** What is to come, on top. */
const expected = ({ id, living, state, expectedOn, expiresOn, beganAt }: AttemptView, receiptDays: number | undefined): StoryEvent[] => {
  if (!living || state !== 'in-transit') return []
  const lines: StoryEvent[] = []
  if (expiresOn) lines.push({ id: `${id}-end`, when: `到 ${shortDay(expiresOn, beganAt)}`, what: '有效期的最后一天', kind: 'ahead' })
  if (expectedOn) {
    const late =
      receiptDays === undefined ? '' : `。到 ${shortDay(addDays(asDay(expectedOn), receiptDays), beganAt)} 仍无回执，会提示“回执未回”`
    lines.push({ id: `${id}-expected`, when: `预计 ${shortDay(expectedOn, beganAt)}`, what: `对方收到${late}`, kind: 'ahead' })
  }
  return lines
}

const periodOf = ({ id, living, beganAt, endedOn }: AttemptView, events: readonly EventView[]) => {
  const began = events.findLast(({ attemptId }) => attemptId === id)?.on ?? beganAt.slice(0, 10)
  return living ? `自 ${began}` : `${began} 至 ${endedOn ?? ''}`
}

const becauseOf = ({ kind, kindReason }: AttemptView, before: AttemptView | undefined) => {
  if (!before || kind === 'first') return undefined
  const letter = before.oldLetter ? `；${oldLetterNames[before.oldLetter]}` : ''
  return `${becauseWords[kind]}${kindReason ? `：${kindReason}` : ''}${letter}`
}

export const storyOf = (view: Pick<CaseView, 'attempts' | 'events'>, receiptDays?: number): StoryPart[] =>
  view.attempts.map((attempt, at) => ({
    id: attempt.id,
    title: `第 ${attempt.ordinal} 次`,
    state: <StateTag state={stateLooks[attempt.state]} />,
    period: periodOf(attempt, view.events),
    to: attempt.addressee ?? attempt.unitName ?? undefined,
    note: attempt.addressee && attempt.unitName ? attempt.unitName : undefined,
    events: [
      ...expected(attempt, receiptDays),
      ...view.events.filter(event => event.attemptId === attempt.id).map(event => happened(event, attempt)),
    ],
    living: attempt.living,
    because: becauseOf(attempt, view.attempts[at + 1]),
  }))

/** 第 2 次接转，已在途 5 天 */
export const headNote = ({ attempts, events, state }: CaseView, today: string): string | null => {
  const living = attempts.find(attempt => attempt.living)
  if (!living) return null
  // Expired since the last day of what was sent, not since it was sent.
  const entered = events.find(event => event.attemptId === living.id && event.to !== event.from)?.on
  const since = state === 'expired' ? living.expiresOn : entered
  const days = since ? daysBetween(asDay(since), asDay(today)) : 0
  const stands = state && days > 0 ? `${stateLooks[state].word}已 ${days} 天` : null
  const relayed = living.relayedTo && (state === 'in-transit' || state === 'expired') ? `已转往 ${living.relayedTo}` : null
  return [living.ordinal > 1 ? `第 ${living.ordinal} 次接转` : null, stands, relayed].filter(Boolean).join('，') || null
}
