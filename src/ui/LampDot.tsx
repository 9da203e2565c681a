import type { Tone } from './palette.ts'
import './mark.css'

/** The dot of a warning, in its halo. The name and the rule stand beside it. */
export const LampDot = ({ tone }: { tone: Tone }) => (
  <svg className={`lamp-dot t-${tone}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
    <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" opacity=".35" />
    <circle cx="7" cy="7" r="3.2" fill="currentColor" />
  </svg>
)
