import type { CSSProperties, ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import { Spark } from './Spark.tsx'
import './equation.css'

export type Term = {
  key: string
  label: string
  value: number
  href: string
  /** A series colour, `c0` to `c7`. */
  colour: string
  note?: string | undefined
  /** The last days, oldest first. */
  trend?: readonly number[] | undefined
  /** Not yet known: red and hatched. */
  open?: boolean
}

type Whole = { label: string; value: number; href: string; note?: string | undefined }

const colourOf = (term: Term): CSSProperties => ({ '--term': term.open ? 'var(--red)' : `var(--${term.colour})` }) as CSSProperties

const TermCell = ({ term, sign }: { term: Term; sign: string }) => (
  <li className={term.open ? 'term term-open' : 'term'} style={colourOf(term)}>
    <span className="equation-sign" aria-hidden="true">
      {sign}
    </span>
    <Anchor href={term.href}>
      <span className="term-label">
        <i aria-hidden="true" />
        {term.label}
      </span>
      <b>{term.value}</b>
      <span className="term-trend">{term.trend && <Spark values={term.trend} />}</span>
      <span className="term-note">{term.note}</span>
    </Anchor>
  </li>
)

const Bar = ({ terms }: { terms: readonly Term[] }) => (
  <div className="equation-bar" aria-hidden="true">
    {terms
      .filter(term => term.value > 0)
      .map(term => (
        <i
          key={term.key}
          className={term.open ? 'equation-hatched' : undefined}
          style={{ ...colourOf(term), flexGrow: term.value }}
          title={`${term.label} ${term.value} 人`}
        />
      ))}
  </div>
)

/** The whole equals its parts; every number opens to its people. */
export const Equation = ({ whole, terms, note }: { whole: Whole; terms: readonly Term[]; note?: ReactNode }) => (
  <div className="equation">
    <ul className="equation-row">
      <li className="term">
        <Anchor href={whole.href}>
          <span className="term-label">{whole.label}</span>
          <b>{whole.value}</b>
          <span className="term-trend" />
          <span className="term-note">{whole.note}</span>
        </Anchor>
      </li>
      {terms.map((term, at) => (
        <TermCell key={term.key} term={term} sign={at === 0 ? '=' : '+'} />
      ))}
    </ul>
    <Bar terms={terms} />
    {note && <div className="equation-note">{note}</div>}
  </div>
)
