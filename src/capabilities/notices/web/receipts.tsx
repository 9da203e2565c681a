import type { ReactNode } from 'react'
import { Mark, StateTag } from '../../../ui/Mark.tsx'
import type { DutyView, ReceiptRow, WorkView } from '../contract.ts'
import { shortDay, standingLooks } from './words.ts'

export type OnWork = (row: ReceiptRow, duty: DutyView, work: WorkView) => void

const share = (part: number, all: number): ReactNode => (all === 0 ? '–' : `${part}/${all}`)

export const readersOf = ({ readers }: ReceiptRow): ReactNode =>
  readers.length === 0 ? (
    <Mark tone="ochre" glyph="ring">
      未读
    </Mark>
  ) : (
    readers.map(({ name, on }) => (
      <span key={name} className="notice-reader">
        {name} <span className="fine">{shortDay(on)}</span>
      </span>
    ))
  )

export const acknowledgedOf = ({ acknowledged }: ReceiptRow): ReactNode =>
  acknowledged ? (
    <span title={`${acknowledged.by} ${acknowledged.on}`}>
      <Mark tone="green" glyph="check">
        {shortDay(acknowledged.on)}
      </Mark>
    </span>
  ) : (
    <Mark tone="ochre" glyph="q1">
      未签收
    </Mark>
  )

export const forwardedOf = ({ forwardedOn }: ReceiptRow): ReactNode => (forwardedOn ? shortDay(forwardedOn) : '–')
export const branchesOf = ({ below }: ReceiptRow): ReactNode => (below ? share(below.acknowledged, below.units) : '–')
export const branchWorksOf = ({ below }: ReceiptRow): ReactNode => (below ? share(below.done, below.works) : '–')

/** One cell: opens to what was reported. */
export const WorkCell = ({ row, duty, onWork }: { row: ReceiptRow; duty: DutyView; onWork: OnWork }) => {
  const work = row.works.find(({ dutyId }) => dutyId === duty.id)
  if (!work) return <span className="quiet">–</span>
  return (
    <button type="button" className="notice-cell" onClick={() => onWork(row, duty, work)}>
      <span className="only-read">{`${row.name}：${duty.words}，`}</span>
      <StateTag state={standingLooks[work.standing]} />
      {work.doneOn && <span className="fine">{shortDay(work.doneOn)}</span>}
    </button>
  )
}
