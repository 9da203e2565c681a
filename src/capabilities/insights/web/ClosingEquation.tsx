import { Anchor } from '../../../ui/Anchor.tsx'
import { Equation, type Term as Shown } from '../../../ui/Equation.tsx'
import { useSession } from '../../../ui/session.ts'
import { type Term, termNames, terms } from '../../transfers/rules.ts'
import type { TodayView } from '../contract.ts'
import { daysTo, monthDay } from './days.ts'
import { peopleOf } from './links.ts'
import { termColours, termNotes } from './words.ts'

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.floor((part / whole) * 100))

type NoteProps = { view: TodayView; seesCases: boolean }

/** What is asked of those who have not told where to. */
const askedOf = ({ today, destinationDueOn: due }: TodayView): string => {
  if (due === null) return '还没有报去向。'
  return daysTo(today, due) < 0 ? `已过 ${monthDay(due)}，仍没有报去向。` : `须在 ${monthDay(due)}前报出去向。`
}

const Unreported = ({ view }: { view: TodayView }) => {
  const { whole, terms } = view.equation
  const known = whole - terms.unreported
  return (
    <span>
      <b>{known}</b> 人去处已明，占 {share(known, whole)}%
      {terms.unreported === 0 ? (
        '，人人都已报出。'
      ) : (
        <>
          ；其余 <b className="t-red">{terms.unreported}</b> 人{askedOf(view)}
        </>
      )}
    </span>
  )
}

const Note = ({ view, seesCases }: NoteProps) => {
  const { whole, terms, beside } = view.equation
  const sum = Object.values(terms).reduce((total, count) => total + count, 0)
  return (
    <>
      <span className={sum === whole ? undefined : 't-red'}>
        {sum === whole ? '等式成立，已逐人核对。' : `等式不成立：各项合计 ${sum} 人。请告知系统管理员。`}
        {beside > 0 && (
          <>
            {' '}
            另有{' '}
            <Anchor className="link" href={peopleOf('term=beside', seesCases)}>
              {beside} 人
            </Anchor>
            组织关系从未在校，列在等式之外。
          </>
        )}
      </span>
      <Unreported view={view} />
    </>
  )
}

/** Every member of the roster is in exactly one term, and every term opens to its people. */
export const ClosingEquation = ({ view }: { view: TodayView }) => {
  const seesCases = useSession().can('transfers:read')
  const { equation, units, branches } = view
  const term = (key: Term): Shown => ({
    key,
    label: termNames[key],
    value: equation.terms[key],
    href: peopleOf(`term=${key}`, seesCases),
    colour: termColours[key],
    note: termNotes[key],
    open: key === 'unreported',
  })
  const note = units.length ? `${units.length} 个单位，${branches} 个支部` : undefined
  return (
    <Equation
      whole={{ label: '名册', value: equation.whole, href: '/roster', note }}
      terms={terms.map(term)}
      note={<Note view={view} seesCases={seesCases} />}
    />
  )
}
