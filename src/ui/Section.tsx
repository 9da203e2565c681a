import { type ReactNode, useId } from 'react'
import './section.css'

type SectionProps = { title: ReactNode; note?: ReactNode; extra?: ReactNode; children?: ReactNode }

/** One rule above, a title, then the matter. Sections stand under each other, never inside each other. */
export const Section = ({ title, note, extra, children }: SectionProps) => {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="section-note">{note}</span>}
        {extra && <span className="section-extra">{extra}</span>}
      </header>
      {children}
    </section>
  )
}
