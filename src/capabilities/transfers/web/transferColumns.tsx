import { type Day, daysBetween } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import type { Columns } from '../../../ui/KeyedTable.tsx'
import { LampDot } from '../../../ui/LampDot.tsx'
import type { Line } from '../../../ui/Lines.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { TransferRow } from '../contract.ts'
import { type ApplicationKind, answeredNames, applicationNames, destinations, type Lamp, lampNames, methodNames } from '../rules.ts'
import { daysLeftWords, shortDay } from './days.ts'
import { lampLooks, noState, stateLooks } from './words.ts'

export type Cells = { today: string; query: string }

/** A person whose transfer has not begun is opened by the roster's id. */
const hrefOf = ({ id, graduateId }: TransferRow, query: string) => `/transfers/${id ?? graduateId}${query}`

export const stateLook = ({ state }: Pick<TransferRow, 'state'>) => (state ? stateLooks[state] : noState)

export const Lamps = ({ lamps }: { lamps: readonly Lamp[] }) => (
  <span className="transfer-lamps">
    {lamps.map(lamp => (
      <span key={lamp} title={lampNames[lamp]}>
        <LampDot tone={lampLooks[lamp].tone} />
        {lampLooks[lamp].short}
      </span>
    ))}
  </span>
)

const dueWords = ({ dueOn }: TransferRow, today: string) =>
  dueOn ? `${shortDay(dueOn, today)}　${daysLeftWords(daysBetween(today as Day, dueOn as Day))}` : null

export const appliedFor = (kind: ApplicationKind) => `申请${applicationNames[kind]}`

const clipped = (text: string | null) => (
  <span className="clip transfer-clip" title={text ?? undefined}>
    {text ?? '–'}
  </span>
)

const whereTo = ({ addressee, unitName, destinationType }: TransferRow) =>
  addressee ?? unitName ?? (destinationType ? destinations[destinationType].label : null)

/** 俞某，尾号 0000，6/8 */
const answeredBy = ({ handler, phone, on }: NonNullable<TransferRow['answer']>, today: string) =>
  [handler, phone && `尾号 ${phone.slice(-4)}`, shortDay(on, today)].filter(Boolean).join('，')

/** With a lower organisation of the receiver, and still under way. */
const isRelayed = ({ relayedTo, state }: TransferRow) => relayedTo !== null && (state === 'in-transit' || state === 'expired')

/** An application waits beside the state: the case goes on as it stands until the office has decided. */
const Standing = ({ row, today }: { row: TransferRow; today: string }) => (
  <>
    <StateTag state={stateLook(row)} />
    {isRelayed(row) && <span className="fine transfer-line"> 已转往下级</span>}
    {row.application && <span className="fine t-ochre transfer-line"> {appliedFor(row.application)}</span>}
    {row.answer && <span className="fine t-ochre transfer-answer">{answeredNames[row.answer.answer]}</span>}
    {row.answer && <span className="fine transfer-answer">{answeredBy(row.answer, today)}</span>}
  </>
)

export const transferColumns = ({ today, query }: Cells): Columns<TransferRow> => [
  {
    title: '姓名',
    key: 'name',
    render: (_, row) => (
      <Anchor className="transfer-line" href={hrefOf(row, query)}>
        {row.name}
      </Anchor>
    ),
  },
  { title: '党支部', key: 'branch', render: (_, { branchName }) => clipped(branchName) },
  { title: '去向', key: 'type', render: (_, { destinationType }) => clipped(destinationType && destinations[destinationType].label) },
  { title: '单位、抬头', key: 'to', render: (_, { addressee, unitName }) => clipped(addressee ?? unitName) },
  { title: '方式', key: 'method', render: (_, { method }) => <span className="transfer-line">{method ? methodNames[method] : '–'}</span> },
  { title: '状态', key: 'state', render: (_, row) => <Standing row={row} today={today} /> },
  {
    title: '到期',
    key: 'due',
    render: (_, row) => <span className={row.overdue ? 'transfer-line t-red' : 'transfer-line'}>{dueWords(row, today) ?? '–'}</span>,
  },
  { title: '提示', key: 'lamps', render: (_, { lamps }) => <Lamps lamps={lamps} /> },
]

/** The day beside them says 临近 already. */
const unsaid = ({ lamps }: TransferRow) => lamps.filter(lamp => lamp !== 'due-soon').map(lamp => lampLooks[lamp].short)

export const transferLine =
  ({ query, today }: Cells) =>
  (row: TransferRow): Line => ({
    name: row.name,
    title: row.name,
    aside: <StateTag state={stateLook(row)} />,
    note: [
      whereTo(row) ?? row.branchName,
      row.dueOn && `${shortDay(row.dueOn, today)} 到期`,
      isRelayed(row) && '已转往下级',
      row.application && appliedFor(row.application),
      row.answer && `${answeredNames[row.answer.answer]}（${answeredBy(row.answer, today)}）`,
      unsaid(row).join('、'),
    ]
      .filter(Boolean)
      .join('　'),
    href: hrefOf(row, query),
  })
