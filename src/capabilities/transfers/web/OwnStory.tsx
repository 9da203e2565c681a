import { Timeline } from '../../../ui/Timeline.tsx'
import type { CaseView, EventView } from '../contract.ts'
import { dayOfYear } from './days.ts'
import { eventWords } from './step-words.ts'

/** Office work that tells the member nothing. */
const unsaid: readonly EventView['step'][] = ['begin', 'decide-paper', 'void-letter', 'set-answer-aside']
const sentBack: readonly string[] = ['branch-send-back', 'secondary-send-back', 'office-send-back', 'reject', 'decline-internal', 'decline']

/** What has happened, newest first: the day, what it was, the reason where something has to be mended. */
export const OwnStory = ({ view }: { view: CaseView }) => (
  <Timeline
    events={view.events
      .filter(({ step }) => !unsaid.includes(step))
      .map(event => ({
        id: event.id,
        when: dayOfYear(event.on),
        what: eventWords[event.step],
        by: sentBack.includes(event.step) && event.reason ? event.reason : undefined,
        kind: sentBack.includes(event.step) ? ('bad' as const) : undefined,
      }))}
  />
)
