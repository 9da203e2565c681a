import type { ReactNode } from 'react'
import './story.css'

/** `ahead` is expected, not happened; `bad` went wrong. Newest first. */
export type StoryEvent = { id: string; when: string; what: ReactNode; by?: ReactNode; kind?: 'ahead' | 'bad' | undefined }

export const Timeline = ({ events }: { events: readonly StoryEvent[] }) => (
  <ol className="timeline">
    {events.map(event => (
      <li key={event.id} className={event.kind && `timeline-${event.kind}`}>
        <time>{event.when}</time>
        <div>
          {event.what}
          {event.by && <span className="timeline-by">{event.by}</span>}
        </div>
      </li>
    ))}
  </ol>
)
