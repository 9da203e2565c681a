import type { ReactNode } from 'react'
import './foot.css'

type FootProps = {
  /** What is chosen: 已选 16 项. */
  chosen: ReactNode
  /** What it is made of, what is left out and why. */
  note?: ReactNode
  /** Cancel, the second action, one main action with its number: in this order. */
  children: ReactNode
}

/** The sticky foot of a selection or a wizard; put it last in the Page. */
export const Foot = ({ chosen, note, children }: FootProps) => (
  <section className="foot" aria-label="对所选内容的操作">
    <p aria-live="polite">
      <b>{chosen}</b>
      {note && <span className="second">{note}</span>}
    </p>
    <div className="foot-actions">{children}</div>
  </section>
)
