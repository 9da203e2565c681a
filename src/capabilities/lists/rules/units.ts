/** A sheet of units: its columns, and the planning rules of the tree said at the cell. */
import { type Complaint, type Field, nearest, type Reading, readText, type TableRow, textOf } from '../../imports/rules.ts'
import { kindNames, kindOfName, readUnits, type UnitKind, type UnitProblem, unitKinds } from '../../orgs/rules.ts'

/** `kind` is null where the cell is wrong: the name may be a parent all the same. */
export type UnitEntry = { name: string; kind: UnitKind | null; parent: string }
export type UnitFacts = { known: ReadonlyMap<string, { kind: UnitKind; parent: string }> }

export const unitKindLabels = unitKinds.map(kind => kindNames[kind])

const readKind = (raw: Parameters<Field['read']>[0]): Reading<UnitKind> => {
  const text = textOf(raw)
  const kind = kindOfName(text)
  if (kind) return kindNames[kind] === text ? { value: kind } : { value: kind, text: kindNames[kind], repair: 'full-name' }
  const suggestion = nearest(text, unitKindLabels)
  const says = `“类别”里没有“${text.slice(0, 20)}”。可填：${unitKindLabels.join('、')}。`
  return { value: null, problems: [{ kind: 'unknown-kind', severity: 'error', text: says, ...(suggestion && { suggestion }) }] }
}

export const unitFields: readonly Field<unknown, UnitFacts | null>[] = [
  {
    key: 'parent',
    label: '上级组织',
    synonyms: ['上级党组织', '上级', '上级单位', '所属党总支', '隶属'],
    required: false,
    read: readText('上级组织', 80),
  },
  {
    key: 'name',
    label: '组织名称',
    synonyms: ['党组织名称', '单位名称', '名称', '单位', '党支部名称'],
    required: true,
    essential: true,
    read: readText('组织名称', 80),
  },
  { key: 'kind', label: '类别', synonyms: ['组织类别', '类型', '组织类型', '党组织类别'], required: true, essential: true, read: readKind },
]

export const unitEntry = ({ values }: Pick<TableRow, 'values'>): UnitEntry | null => {
  const { name, kind, parent } = values
  if (!name) return null
  const bare = (text: unknown) => String(text ?? '').replace(/\s/g, '')
  return { name: bare(name), kind: kind as UnitKind | null, parent: bare(parent) }
}

type Placed = { row: number; entry: UnitEntry; sound: boolean }
type Said = { row: number; field: string; complaint: Complaint }

const fieldOf: Record<UnitProblem, string> = {
  'missing-name': 'name',
  'unknown-kind': 'kind',
  'unknown-parent': 'parent',
  'not-below-that': 'kind',
  duplicate: 'name',
  'second-root': 'kind',
}
const texts: Record<UnitProblem, (entry: UnitEntry) => string> = {
  'missing-name': () => '“组织名称”没有填写，请补上。',
  'unknown-kind': () => `可填：${unitKindLabels.join('、')}。`,
  'unknown-parent': ({ parent }) => `表里和系统里都没有“${parent}”。请核对上级组织的名称，或把它也写进表里。`,
  'not-below-that': ({ kind, parent }) =>
    parent === '' ? `${nameOf(kind)}须写明上级组织。` : `${nameOf(kind)}不能设在“${parent}”下面。请核对类别和上级组织。`,
  duplicate: () => '同名的单位在表里出现了两次，多余的一行可以跳过。',
  'second-root': () => '学校党委只能有一个。请核对类别。',
}
const nameOf = (kind: UnitKind | null) => (kind === null ? '' : kindNames[kind])

const parentWrong: Complaint = {
  kind: 'parent-wrong',
  severity: 'error',
  text: '它的上级组织在表里有误，还不能设。请先改好上级那一行。',
}

/** Who is known already is looked for elsewhere, and a name written twice is said for every list. */
export function unitProblemsIn(rows: readonly Placed[], { known }: UnitFacts): Said[] {
  const kinds = new Map([...known].map(([name, { kind }]) => [name, kind]))
  const first = new Map([...rows].reverse().map(row => [row.entry.name, row]))
  const fresh = rows.filter(placed => !known.has(placed.entry.name) && first.get(placed.entry.name) === placed)
  const byRow = new Map(fresh.map(placed => [placed.row, placed]))
  const lines = fresh
    .filter(({ entry }) => entry.kind !== null)
    .map(({ row, entry }) => ({ row, parent: entry.parent, name: entry.name, kind: nameOf(entry.kind) }))
  const names = [...known.keys(), ...first.keys()]
  const said = readUnits(lines, kinds).problems.map(({ row, problem }): Said => {
    const { entry } = byRow.get(row)!
    if (problem === 'unknown-parent' && first.has(entry.parent)) return { row, field: 'parent', complaint: parentWrong }
    const suggestion = problem === 'unknown-parent' ? nearest(entry.parent, names) : null
    const complaint: Complaint = { kind: problem, severity: 'error', text: texts[problem](entry), ...(suggestion && { suggestion }) }
    return { row, field: fieldOf[problem], complaint }
  })
  return [...said, ...orphans(fresh, new Set(said.map(({ row }) => row)))]
}

/** Below a row that is wrong nothing can be set up, however deep. */
function orphans(rows: readonly Placed[], said: ReadonlySet<number>): Said[] {
  const lost = new Set(rows.filter(({ row, sound }) => !sound || said.has(row)).map(({ entry }) => entry.name))
  const found: Said[] = []
  for (let more = true; more; ) {
    const next = rows.filter(({ entry }) => lost.has(entry.parent) && !lost.has(entry.name))
    more = next.length > 0
    for (const { row, entry } of next) {
      lost.add(entry.name)
      found.push({ row, field: 'parent', complaint: parentWrong })
    }
  }
  return found
}

/** A list only adds; what it says otherwise of a unit is shown, and done where units are kept. */
export const unitComplaints = (entry: UnitEntry, held: { kind: UnitKind; parent: string } | undefined): Omit<Said, 'row'>[] => {
  if (!held) return []
  const other = (field: string, was: string): Omit<Said, 'row'> => ({
    field,
    complaint: {
      kind: 'held-otherwise',
      severity: 'warning',
      text: `已有这个单位，登记的是“${was}”。导入不改动它；确已变动的，请在单位页办理。`,
    },
  })
  return [
    ...(entry.kind === null || entry.kind === held.kind ? [] : [other('kind', kindNames[held.kind])]),
    ...(entry.parent === held.parent || entry.parent === '' ? [] : [other('parent', held.parent || '无上级')]),
  ]
}
