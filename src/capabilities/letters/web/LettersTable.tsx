import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import type { KeysetPage } from '../../../ui/keyset.ts'
import type { LetterRow } from '../contract.ts'
import { Handed, Outcome, Standing, Validity } from './cells.tsx'
import { shortDay } from './days.ts'

export type Chosen = ReadonlyMap<string, LetterRow>

type LettersTableProps = {
  rows: readonly LetterRow[] | undefined
  total: number
  next: string | null
  page: KeysetPage
  busy: boolean
  today: string
  filtered: boolean
  hrefOf: (id: string) => string
  /** Absent for readers who may not print. */
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen) => void
}

const columnsFor = (today: string, hrefOf: (id: string) => string): Columns<LetterRow> => [
  { title: '编号', width: 72, render: (_, letter) => <span title={letter.number}>{letter.serial}</span> },
  { title: '姓名', width: 88, render: (_, letter) => <Anchor href={hrefOf(letter.id)}>{letter.memberName}</Anchor> },
  { title: '单位', width: 184, ellipsis: true, render: (_, { unitName }) => unitName ?? '–' },
  { title: '抬头', ellipsis: true, render: (_, { addresseeName }) => addresseeName },
  { title: '状态', width: 96, render: (_, letter) => <Standing letter={letter} /> },
  { title: '开具', width: 64, render: (_, { issuedOn }) => shortDay(issuedOn, today) },
  { title: '有效期至', width: 136, render: (_, letter) => <Validity letter={letter} today={today} /> },
  { title: '交付', width: 92, render: (_, letter) => <Handed letter={letter} today={today} /> },
  { title: '结果', width: 128, render: (_, letter) => <Outcome letter={letter} today={today} /> },
]

/** Rows of other pages stay chosen: what is known of them is kept with the choice. */
const choiceOf = (keys: readonly unknown[], known: Chosen, rows: readonly LetterRow[]): Chosen => {
  const here = new Map(rows.map(row => [row.id, row]))
  return new Map(
    keys.flatMap(key => {
      const row = here.get(String(key)) ?? known.get(String(key))
      return row ? [[row.id, row] as const] : []
    }),
  )
}

export const LettersTable = ({ rows, total, next, page, busy, today, filtered, hrefOf, chosen, onChoose }: LettersTableProps) => (
  <KeyedTable
    label="介绍信台账"
    rows={rows}
    rowKey={({ id }) => id}
    columns={columnsFor(today, hrefOf)}
    line={letter => ({
      name: `${letter.serial} ${letter.memberName}`,
      title: `${letter.serial}　${letter.memberName}`,
      aside: <Standing letter={letter} />,
      note: (
        <>
          {letter.addresseeName}
          {letter.standing !== 'voided' && (
            <>
              ，至 <Validity letter={letter} today={today} />
            </>
          )}
        </>
      ),
      href: hrefOf(letter.id),
    })}
    empty={
      filtered ? (
        <EmptyState title="没有这样的介绍信" next="换一个筛选条件，或清空搜索再看。" />
      ) : (
        <EmptyState title="本届还没有开出介绍信" next="组织部反馈通过并审定纸质后，在上面的待开信里开具，编号从开具时起用。" />
      )
    }
    paging={{ page, total, next, unit: '封' }}
    busy={busy}
    selection={chosen && { keys: [...chosen.keys()], onChange: keys => onChoose(choiceOf(keys, chosen, rows ?? [])) }}
  />
)
