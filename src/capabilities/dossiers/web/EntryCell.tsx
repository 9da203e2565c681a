import { memo, useRef } from 'react'
import type { AskedPaper } from '../contract.ts'
import { heldNames, isBlank, type Mark, type Paper, paperInWords, problemNames, problemsOf } from '../rules.ts'

const signs: Record<Mark, string> = { signed: '签', stamped: '章', dated: '期' }

type EntryCellProps = {
  id: string
  name: string
  /** Null: not asked of this member. */
  asked: AskedPaper | null
  sealed: boolean
  paper: Paper
  unsaved: boolean
  here: boolean
  onHere: () => void
}

const Signs = ({ asked, paper }: { asked: AskedPaper; paper: Paper }) => {
  if (isBlank(paper)) return <span className="quiet">·</span>
  const shown = (Object.keys(signs) as Mark[]).filter(
    mark => paper[mark] || (asked.needs.includes(mark) && paper.held !== 'not-needed' && paper.held !== 'missing'),
  )
  return (
    <>
      <b>{paper.held === null ? '' : heldNames[paper.held].slice(0, paper.held === 'not-needed' ? 3 : 1)}</b>
      <span className="entry-pages">{paper.pages ?? ''}</span>
      <span className="entry-signs">
        {shown.map(mark => (
          <i key={mark} className={paper[mark] ? 'entry-set' : 'entry-lacks'}>
            {signs[mark]}
          </i>
        ))}
      </span>
    </>
  )
}

const Cell = ({ id, name, asked, sealed, paper, unsaved, here, onHere }: EntryCellProps) => {
  const troubles = asked && !isBlank(paper) ? problemsOf(asked, paper) : []
  const state = !asked ? 'entry-none' : sealed ? 'entry-sealed' : troubles.length > 0 ? 'entry-trouble' : ''
  const words = asked
    ? [
        name,
        asked.name,
        paperInWords(paper),
        ...troubles.map(problem => problemNames[problem]),
        ...(sealed ? ['已封存'] : []),
        ...(unsaved ? ['未保存'] : []),
      ]
    : [name, '不要求']
  return (
    <td
      id={id}
      tabIndex={here ? 0 : -1}
      className={[state, unsaved && 'entry-unsaved'].filter(Boolean).join(' ')}
      title={paper.remark || undefined}
      onFocus={onHere}
    >
      <span className="only-read">{words.join('，')}</span>
      <span aria-hidden="true">{asked ? <Signs asked={asked} paper={paper} /> : <span className="quiet">–</span>}</span>
    </td>
  )
}

const Drawn = memo(Cell, (one, other) => {
  const { onHere: _, ...before } = one
  const { onHere: __, ...after } = other
  return (Object.keys(before) as (keyof typeof before)[]).every(key => before[key] === after[key])
})

/** A cell of the grid, drawn again only when it says something else. */
export const EntryCell = (props: EntryCellProps) => {
  const latest = useRef(props.onHere)
  latest.current = props.onHere
  const steady = useRef(() => latest.current())
  return <Drawn {...props} onHere={steady.current} />
}
