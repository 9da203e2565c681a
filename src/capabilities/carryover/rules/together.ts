/** Rows that cannot both stand: one person in two years, one paper twice. */
import type { Complaint } from '../../imports/rules.ts'
import { sameNumber } from '../../letters/rules.ts'
import type { CarryEntry } from './entry.ts'
import { error } from './needs.ts'

type Row = { row: number; entry: CarryEntry }
type Found = { row: number; field: string; complaint: Complaint }

const seen = (field: string, keyOf: (entry: CarryEntry) => string | null, kind: string, text: (earlier: number) => string) => {
  const first = new Map<string, number>()
  return ({ row, entry }: Row): Found[] => {
    const key = keyOf(entry)
    if (key === null) return []
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, row)
    return earlier === undefined ? [] : [{ row, field, complaint: error(kind, text(earlier)) }]
  }
}

const letterKey = (entry: CarryEntry) =>
  entry.matter === 'unreturned' ? `${entry.unreturned.issuedOn.slice(0, 4)} ${sameNumber(entry.unreturned.number)}` : null

export function together(rows: readonly Row[]): Found[] {
  const number = seen(
    'studentNumber',
    ({ person }) => person.studentNumber,
    'two-years',
    earlier => `这个学号在第 ${earlier} 行写在另一届。一个人只有一件未了事项，请核对年份和学号，多余的一行可以跳过。`,
  )
  const id = seen(
    'idNumber',
    ({ person }) => person.idNumber,
    'duplicate-id-number',
    earlier => `“公民身份号码”与第 ${earlier} 行相同。请核对是填错了号码，还是同一个人写了两行；多余的一行可以跳过。`,
  )
  const letter = seen(
    'letterNumber',
    letterKey,
    'duplicate-letter',
    earlier => `“介绍信编号”与第 ${earlier} 行相同，同一年不会有两封。请核对编号和开具日期。`,
  )
  // Twice in one year is said of every list.
  const year = new Set<string>()
  return rows.flatMap(each => {
    const key = `${each.entry.year} ${each.entry.person.studentNumber}`
    const again = year.has(key)
    year.add(key)
    return [...(again ? [] : number(each)), ...(again ? [] : id(each)), ...letter(each)]
  })
}
