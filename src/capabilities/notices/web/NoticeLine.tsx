import { Anchor } from '../../../ui/Anchor.tsx'
import { Mark, StateTag } from '../../../ui/Mark.tsx'
import type { NoticeRow } from '../contract.ts'
import { shortDay, stateLooks } from './words.ts'

/** What it still asks of the reader's own unit. */
const Mine = ({ row: { mine, read, state } }: { row: NoticeRow }) => {
  if (!mine || state !== 'issued') return null
  const { acknowledged, open, late, nextDue } = mine
  return (
    <>
      {!read && (
        <Mark tone="ochre" glyph="ring">
          未读
        </Mark>
      )}
      <Mark tone={acknowledged ? 'green' : 'ochre'} glyph={acknowledged ? 'check' : 'q1'}>
        {acknowledged ? '已签收' : '未签收'}
      </Mark>
      {open > 0 && nextDue && (
        <Mark tone={late > 0 ? 'red' : 'ochre'} glyph={late > 0 ? 'cross' : 'q2'}>
          任务 {open} 项，{late > 0 ? `逾期 ${late} 项，` : ''}最近 {shortDay(nextDue)}
        </Mark>
      )}
    </>
  )
}

const Below = ({ row: { below, state } }: { row: NoticeRow }) =>
  below &&
  state === 'issued' && (
    <span className="second">
      {below.acknowledged}/{below.units} 个单位已签收
      {below.works > 0 && `，任务完成 ${below.done}/${below.works}`}
    </span>
  )

/** One notice: what it is, and how it stands for the reader. */
export const NoticeLine = ({ row }: { row: NoticeRow }) => (
  <li>
    <Anchor className="notice-line" href={row.state === 'draft' ? `/notices/${row.id}/edit` : `/notices/${row.id}`}>
      <b className={row.state === 'withdrawn' ? 'notice-name notice-gone' : 'notice-name'}>{row.title || '还没有标题'}</b>
      <span className="second">
        {[
          row.number,
          row.issuer,
          row.issuedOn && `${row.issuedOn} 印发`,
          row.files > 0 && `附件 ${row.files} 份`,
          row.corrects && '更正',
          row.corrected && '已有更正',
        ]
          .filter(Boolean)
          .join('　')}
      </span>
      <span className="notice-marks">
        {row.state !== 'issued' && <StateTag state={stateLooks[row.state]} />}
        <Mine row={row} />
        <Below row={row} />
      </span>
    </Anchor>
  </li>
)
