import { Fragment, type ReactNode } from 'react'
import { type StoryEvent, Timeline } from './Timeline.tsx'
import './story.css'

/** One try of a case. `because`: why this try began after the one below it. */
export type StoryPart = {
  id: string
  title: string
  state: ReactNode
  period: string
  /** Whom it went to; a past one is struck, never deleted. */
  to?: ReactNode
  note?: ReactNode
  events: readonly StoryEvent[]
  living: boolean
  because?: string | undefined
}

const Part = ({ part }: { part: StoryPart }) => (
  <article className={part.living ? 'story-part story-living' : 'story-part'}>
    <header>
      <h3>{part.title}</h3>
      {part.state}
      <span className="second row-end">{part.period}</span>
    </header>
    {part.to && <p className="story-to">{part.living ? part.to : <s>{part.to}</s>}</p>}
    {part.note && <p className="second">{part.note}</p>}
    <Timeline events={part.events} />
  </article>
)

/** The tries of a case, newest first. */
export const Story = ({ parts }: { parts: readonly StoryPart[] }) => (
  <div className="story">
    {parts.map(part => (
      <Fragment key={part.id}>
        <Part part={part} />
        {part.because && <p className="story-because">{part.because}</p>}
      </Fragment>
    ))}
  </div>
)
