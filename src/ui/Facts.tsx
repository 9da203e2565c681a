import type { ReactNode } from 'react'
import './facts.css'

export type Fact = { label: string; value: ReactNode }

/** The facts about one person or thing. `rows`: each on its own line, the label at the left, as on a phone or a receipt. */
export const Facts = ({ facts, rows = false }: { facts: readonly Fact[]; rows?: boolean }) => (
  <dl className={rows ? 'facts facts-rows' : 'facts'}>
    {facts.map(fact => (
      <div key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>{fact.value ?? '–'}</dd>
      </div>
    ))}
  </dl>
)
