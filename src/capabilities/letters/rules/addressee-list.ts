/** A sheet of addressees: its columns, what a row says, and what is wrong with it. */
import {
  type Complaint,
  type Field,
  indexCodes,
  missing,
  type Reading,
  readCode,
  readText,
  type TableRow,
  textOf,
} from '../../imports/rules.ts'
import {
  type AddresseeDoubt,
  type AddresseeKind,
  addresseeKindNames,
  addresseeKinds,
  checkAddressee,
  doubtAdvice,
  maySaveName,
} from './addressee.ts'

/** Divisions are a list of the outer world: by code, or by the full name that an address begins with. */
export type Divisions = { find: (text: string) => string | null; name: (code: string) => string }

/** Null: the sheet does not say, and what is held stays. */
export type AddresseeEntry = {
  name: string
  kind: AddresseeKind | null
  divisionCode: string | null
  orgCode: string | null
  needsPaper: boolean | null
  contact: string | null
  phone: string | null
  nameReason: string | null
}
export type HeldAddressee = AddresseeEntry & { kind: AddresseeKind }

const kinds = indexCodes(
  '类别',
  addresseeKinds.map(code => ({ code, label: addresseeKindNames[code] })),
)
const also: Record<AddresseeKind, readonly string[]> = {
  'organisation-department': ['组织部', '组织部门', '县级以上组织部'],
  'work-committee': ['党工委', '工作委员会'],
  'state-enterprise': ['国企', '企业', '国有企业'],
  university: ['高校', '大学'],
  township: ['街道', '乡镇', '街道乡镇', '街道乡镇党委', '街道乡镇党工委', '街道乡镇党(工)委', '街道、乡镇党(工)委'],
  'talent-service': ['人才', '人才中心', '人才服务中心', '人才市场'],
  army: ['部队', '军队', '部队政治部'],
  system: ['系统', '系统内'],
}
const looseKinds = new Map(addresseeKinds.flatMap(kind => also[kind].map(word => [word, kind] as const)))

const readKind = (raw: Parameters<Field['read']>[0]): Reading<AddresseeKind> => {
  const kind = looseKinds.get(textOf(raw).replace(/\s/g, ''))
  return kind ? { value: kind, text: addresseeKindNames[kind], repair: 'full-name' } : readCode(kinds)(raw)
}

const paper = indexCodes('需要纸质介绍信', [
  { code: 'yes', label: '是', also: ['需要', '要', '有'] },
  { code: 'no', label: '否', also: ['不需要', '不要', '无', '不用'] },
])

const readDivision = (raw: Parameters<Field['read']>[0], divisions: Divisions | null): Reading<string> => {
  const text = textOf(raw)
  const code = divisions?.find(text)
  if (code) return { value: code }
  const says = `“所在地”里的“${text.slice(0, 20)}”对不上行政区划。请写 6 位代码或全称，如广东省深圳市南山区；不清楚可以留空。`
  return { value: null, problems: [{ kind: 'no-such-division', severity: 'error', text: says }] }
}

const readOrgCode = (raw: Parameters<Field['read']>[0]): Reading<string> => {
  const text = textOf(raw).replace(/\s/g, '')
  if (/^\d{12}$/.test(text)) return { value: text }
  return { value: null, problems: [{ kind: 'org-code', severity: 'error', text: '“党组织代码”应是 12 位数字。请核对；不清楚可以留空。' }] }
}

const plain = (key: string, label: string, most: number, synonyms: readonly string[]): Field<string, Divisions | null> => ({
  key,
  label,
  synonyms,
  required: false,
  read: readText(label, most),
})

export const addresseeFields: readonly Field<unknown, Divisions | null>[] = [
  {
    key: 'name',
    label: '抬头',
    synonyms: ['抬头全称', '介绍信抬头', '全称', '名称', '党组织名称', '党组织全称', '组织名称', '接收党组织', '接收单位党组织'],
    required: true,
    essential: true,
    read: readText('抬头', 80),
  },
  { key: 'kind', label: '类别', synonyms: ['抬头类别', '类型', '组织类别'], required: false, read: readKind },
  {
    key: 'divisionCode',
    label: '所在地',
    synonyms: ['行政区划', '行政区划代码', '区划代码', '所在地区', '地区'],
    required: false,
    read: readDivision,
  },
  { key: 'orgCode', label: '党组织代码', synonyms: ['组织代码', '代码', '12位代码'], required: false, read: readOrgCode },
  {
    key: 'needsPaper',
    label: '需要纸质介绍信',
    synonyms: ['是否需要纸质介绍信', '是否需纸质介绍信', '需纸质介绍信', '纸质介绍信', '需要纸质', '是否需要纸质'],
    required: false,
    read: readCode(paper),
  },
  plain('contact', '联系人', 40, ['对方联系人', '接收方联系人', '经办人']),
  plain('phone', '联系电话', 40, ['电话', '对方电话', '接收方电话', '办公电话']),
  plain('nameReason', '名称说明', 200, ['说明', '名称存疑的说明', '理由']),
]

export const kindLabels = kinds.labels
export const paperLabels = paper.labels

/** Brackets, width and spaces make no other organisation. */
export const addresseeKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

export const addresseeEntry = ({ values }: Pick<TableRow, 'values'>): AddresseeEntry | null => {
  const text = (key: string) => (values[key] as string | null | undefined) ?? null
  const name = text('name')
  if (name === null) return null
  return {
    name: name.trim(),
    kind: text('kind') as AddresseeKind | null,
    divisionCode: text('divisionCode'),
    orgCode: text('orgCode'),
    needsPaper: text('needsPaper') === null ? null : text('needsPaper') === 'yes',
    contact: text('contact'),
    phone: text('phone'),
    nameReason: text('nameReason'),
  }
}

/** By the way such names end; the first that fits. */
const kindsByName: readonly (readonly [RegExp, AddresseeKind])[] = [
  [/政治部|政治工作|政治处/, 'army'],
  [/人才/, 'talent-service'],
  [/街道|[镇乡]党|[镇乡]委员会/, 'township'],
  [/大学|学院/, 'university'],
  [/公司|集团|银行|厂/, 'state-enterprise'],
  [/工委|工作委员会/, 'work-committee'],
  [/[省市区县州盟旗]委(?:组织|$)|[省市区县州盟旗]委员会/, 'organisation-department'],
]
export const kindByName = (name: string): AddresseeKind | null => kindsByName.find(([words]) => words.test(name))?.[1] ?? null

type Said = { field: string; complaint: Complaint<AddresseeDoubt | 'missing' | 'kind-by-name'> }

/** Of a new entry: the soft checks on its name, each to be let stand with a reason, as when it is typed. */
export function addresseeComplaints(entry: AddresseeEntry, held: HeldAddressee | undefined): Said[] {
  if (held) return []
  const saved = maySaveName(entry.name, entry.nameReason).allowed
  const names = checkAddressee(entry.name).map(({ reason, severity }): Said => {
    const isError = severity === 'wrong' && !saved
    const says = { kind: reason, text: doubtAdvice[reason], severity: isError ? 'error' : 'warning' } as const
    return { field: 'name', complaint: isError ? { ...says, overridable: true } : says }
  })
  if (entry.kind !== null) return names
  const kind = kindByName(entry.name)
  if (!kind) return [...names, { field: 'kind', complaint: { ...missing('类别'), kind: 'missing' } }]
  const text = `“类别”没有填写，按名称看作“${addresseeKindNames[kind]}”。不对请改。`
  return [...names, { field: 'kind', complaint: { kind: 'kind-by-name', severity: 'warning', text } }]
}

const fieldTexts: Record<Exclude<keyof AddresseeEntry, 'name'>, (value: never, divisions: Divisions) => string> = {
  kind: (kind: AddresseeKind) => addresseeKindNames[kind],
  divisionCode: (code: string, divisions) => divisions.name(code),
  needsPaper: (needs: boolean) => (needs ? '是' : '否'),
  orgCode: String,
  contact: String,
  phone: String,
  nameReason: String,
}

/** What the row says otherwise; an empty cell says nothing. */
export const addresseeChanges = (held: HeldAddressee, entry: AddresseeEntry, divisions: Divisions) =>
  addresseeFields.flatMap(({ key, label }) => {
    const field = key as keyof AddresseeEntry
    if (field === 'name' || entry[field] === null || entry[field] === held[field]) return []
    const text = (value: unknown) => (value === null ? '' : fieldTexts[field](value as never, divisions))
    return [{ field, label, before: text(held[field]), after: text(entry[field]) }]
  })
