import { Checkbox } from 'antd'
import type { Key, ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import './lines.css'

/** A row of a table as two lines, for a phone. */
export type Line = { title: ReactNode; aside?: ReactNode; note?: ReactNode; href?: string | undefined; name: string }

type LinesProps = {
  label: string
  lines: readonly (Line & { key: Key })[]
  selected?: readonly Key[] | undefined
  onToggle?: ((key: Key) => void) | undefined
}

const Words = ({ line }: { line: Line }) => (
  <>
    <span className="line-first">
      <b>{line.title}</b>
      {line.aside}
    </span>
    {line.note && <span className="second">{line.note}</span>}
  </>
)

export const Lines = ({ label, lines, selected, onToggle }: LinesProps) => (
  <ul className="lines" aria-label={label}>
    {lines.map(line => (
      <li key={line.key}>
        {onToggle && (
          <Checkbox checked={selected?.includes(line.key) ?? false} onChange={() => onToggle(line.key)} aria-label={`选择 ${line.name}`} />
        )}
        {line.href ? (
          <Anchor className="line-words" href={line.href}>
            <Words line={line} />
          </Anchor>
        ) : (
          <div className="line-words">
            <Words line={line} />
          </div>
        )}
      </li>
    ))}
  </ul>
)
