import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import type { KeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import type { AddresseeView } from '../contract.ts'
import { doubtWords, kindWords } from './words.ts'

type AddresseesTableProps = {
  rows: readonly AddresseeView[] | undefined
  total: number
  next: string | null
  page: KeysetPage
  busy: boolean
  hrefOf: (id: string) => string
}

/** What the check saw; with a reason given, it is no warning any more. */
const Check = ({ findings, nameReason }: Pick<AddresseeView, 'findings' | 'nameReason'>) => {
  if (findings.length === 0)
    return (
      <Mark tone="green" glyph="solid">
        合规
      </Mark>
    )
  const words = findings.map(({ reason }) => doubtWords[reason]).join('、')
  if (nameReason)
    return (
      <Mark tone="plum" glyph="square" title={nameReason}>
        {words}，已说明
      </Mark>
    )
  return (
    <Mark tone={findings.some(({ severity }) => severity === 'wrong') ? 'red' : 'ochre'} glyph="q3">
      {words}
    </Mark>
  )
}

/** What letters already go to, and nobody has asked. */
const Verified = ({ verifiedOn, used }: Pick<AddresseeView, 'verifiedOn' | 'used'>) => {
  if (verifiedOn) return <span className="second">{verifiedOn}</span>
  if (used === 0) return <span className="quiet">未核实</span>
  return (
    <Mark tone="ochre" glyph="q2">
      未核实
    </Mark>
  )
}

const Phone = ({ phone, phoneDoubtedOn }: Pick<AddresseeView, 'phone' | 'phoneDoubtedOn'>) =>
  phoneDoubtedOn ? (
    <Mark tone="red" glyph="q3" title={`${phoneDoubtedOn} 打去，接电话的不是这个党组织`}>
      {phone}，号码待核
    </Mark>
  ) : (
    (phone ?? '–')
  )

const paperWords = (needsPaper: boolean | null) => (needsPaper === null ? '–' : needsPaper ? '要' : '不要')

const columnsFor = (hrefOf: (id: string) => string): Columns<AddresseeView> => [
  { title: '抬头', ellipsis: true, render: (_, { id, name }) => <Anchor href={hrefOf(id)}>{name}</Anchor> },
  { title: '类别', width: 164, render: (_, { kind }) => kindWords[kind] },
  { title: '所在地', width: 196, ellipsis: true, render: (_, { divisionName }) => divisionName ?? '–' },
  { title: '名称检查', width: 148, render: (_, row) => <Check {...row} /> },
  { title: '要纸质', width: 72, render: (_, { needsPaper }) => paperWords(needsPaper) },
  { title: '联系电话', width: 164, render: (_, row) => <Phone {...row} /> },
  { title: '最近核实', width: 104, render: (_, row) => <Verified {...row} /> },
  { title: '用过', width: 56, align: 'right', render: (_, { used }) => used },
]

export const AddresseesTable = ({ rows, total, next, page, busy, hrefOf }: AddresseesTableProps) => (
  <KeyedTable
    label="抬头库"
    rows={rows}
    rowKey={({ id }) => id}
    columns={columnsFor(hrefOf)}
    line={row => ({
      name: row.name,
      title: row.name,
      note: (
        <>
          {kindWords[row.kind]}，用过 {row.used} 次
          {row.findings.length > 0 && (
            <>
              ，<Check {...row} />
            </>
          )}
        </>
      ),
      href: hrefOf(row.id),
    })}
    empty={<EmptyState title="没有这样的抬头" next="换个写法再找，或新增一条。" />}
    paging={{ page, total, next, unit: '条' }}
    busy={busy}
  />
)
