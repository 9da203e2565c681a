import { type FormSheet, harmless } from '../../platform/spreadsheets/index.ts'
import type { HeldActivity } from '../activities/index.ts'
import type { HandoverRow } from '../dossiers/index.ts'
import type { activityList } from '../education/index.ts'
import type { LedgerEntry } from '../letters/index.ts'
import type { NewsLine } from '../news/index.ts'
import type { NoticeReceiptLine } from '../notices/index.ts'

type Confirmed = Awaited<ReturnType<typeof activityList>>[number]

const columns = (...headers: string[]) => headers.map(header => ({ header }))

export const ledgerSheet = (entries: readonly LedgerEntry[]): FormSheet => ({
  name: '介绍信台账',
  title: '党员组织关系介绍信台账',
  columns: columns(
    '序号',
    '介绍信编号',
    '姓名',
    '抬头',
    '开具日期',
    '有效期至',
    '状态',
    '作废日期',
    '领取日期',
    '接收日期',
    '内容 SHA-256',
  ),
  rows: entries.map((entry, at) => [
    at + 1,
    entry.numberText,
    entry.memberName,
    entry.addresseeName,
    entry.issuedOn,
    entry.validUntil,
    entry.state === 'voided' ? '作废' : '开具',
    entry.voidedOn ?? '',
    entry.pickedUpOn ?? '',
    entry.receivedOn ?? '',
    entry.sha256 ?? '补录，没有存根',
  ]),
})

export const activitySheet = (activities: readonly HeldActivity[]): FormSheet => ({
  name: '活动清单',
  title: '主题教育与“五个一”活动清单',
  columns: columns('序号', '日期', '类型', '名称', '地点', '举办', '主持', '主讲', '到会支部', '应到', '到会', '活动记录', '照片', '附件'),
  rows: activities.map((row, at) => [
    at + 1,
    row.onDay,
    row.kindName,
    row.title,
    row.place,
    row.heldBy,
    row.host,
    row.speaker,
    row.came.length,
    row.invited,
    row.there,
    row.minutes ? '有' : '无',
    row.photos,
    row.attachments,
  ]),
  below: ['到会支部：已结束签到登记的支部。照片、附件为系统中所存件数。'],
})

const MINUTES_WIDTH = 80

export const minutesSheet = (activities: readonly HeldActivity[]): FormSheet => ({
  name: '活动记录',
  title: '活动记录',
  columns: [...columns('序号', '日期', '名称', '举办'), { header: '记录', width: MINUTES_WIDTH, align: 'left' }],
  rows: activities.filter(row => row.minutes).map((row, at) => [at + 1, row.onDay, row.title, row.heldBy, row.minutes]),
})

/** What was confirmed of the items, with or without a list of ours. */
export const confirmedSheet = (confirmed: readonly Confirmed[]): FormSheet => ({
  name: '五个一',
  title: '“五个一”完成情况',
  columns: columns('序号', '党支部', '项目', '日期', '凭据', '人数'),
  rows: confirmed.map((row, at) => [at + 1, row.unitName, row.itemName, row.doneOn, row.evidence, row.people]),
})

export const noticeSheet = (rows: readonly NoticeReceiptLine[]): FormSheet => ({
  name: '通知签收',
  title: '通知及签收记录',
  columns: columns(
    '序号',
    '通知',
    '文号',
    '状态',
    '印发日期',
    '单位',
    '最先阅读',
    '阅读日期',
    '签收人',
    '签收日期',
    '转发日期',
    '任务',
    '已完成',
    '正文 SHA-256',
  ),
  rows: rows.map((row, at) => [
    at + 1,
    row.title,
    row.number ?? '',
    row.state === 'issued' ? '有效' : '已撤回',
    row.issuedOn,
    row.unitName,
    row.firstRead?.by ?? '',
    row.firstRead?.on ?? '',
    row.acknowledged?.by ?? '',
    row.acknowledged?.on ?? '',
    row.forwardedOn ?? '',
    row.works.all,
    row.works.done,
    row.sha256,
  ]),
})

export const dossierSheet = (rows: readonly HandoverRow[]): FormSheet => ({
  name: '装档与移交',
  title: '毕业生党员材料装档与移交记录（附件4）',
  columns: columns(
    '序号',
    '党支部',
    '学号',
    '姓名',
    '党员类别',
    '状态',
    '袋号',
    '份数',
    '页数',
    '装档人',
    '核对人',
    '移交清单',
    '移交日期',
    '接收日期',
    '接收人',
    '暂不移交的原因',
  ),
  rows: rows.map((row, at) => [
    at + 1,
    row.branch,
    row.studentNumber,
    row.name,
    row.membership,
    row.standing,
    row.bag,
    row.papers,
    row.pages,
    row.packedName,
    row.checkedName,
    row.list,
    row.madeOn,
    row.receivedOn,
    row.receivedBy,
    row.postponed,
  ]),
})

export const newsSheet = (rows: readonly NewsLine[]): FormSheet => ({
  name: '宣传稿件',
  title: '宣传稿件',
  columns: columns('序号', '类别', '标题', '署名', '单位', '报送日期', '状态', '刊发平台', '链接'),
  rows: rows.map((row, at) => [
    at + 1,
    row.kindName,
    row.title,
    row.byline,
    row.unitName,
    row.sentOn,
    row.stateName,
    row.links.map(({ platform }) => platform).join('、'),
    row.links.map(({ url }) => url).join(' '),
  ]),
})

export type Catalogued = { path: string; what: string; unit: string | null; count: number | null }

export const catalogueSheet = (files: readonly Catalogued[]): FormSheet => ({
  name: '目录',
  title: '归档材料目录',
  columns: columns('序号', '材料', '单位', '行数或件数', '文件'),
  rows: files.map(({ path, what, unit, count }, at) => [at + 1, what, unit ?? '', count ?? '', `data/${path}`]),
  below: ['各文件的 SHA-512 见 manifest-sha512.txt；在本文件夹内运行 sha512sum -c manifest-sha512.txt 可逐个核对。'],
})

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The table alone, for machines: UTF-8 with a mark for Excel, lines ended as RFC 4180 has it. */
export const csvOf = ({ columns: heads, rows }: Pick<FormSheet, 'columns' | 'rows'>): string =>
  `\ufeff${[heads.map(({ header }) => header), ...rows]
    .map(row => `${row.map(cell => quoted(typeof cell === 'string' ? harmless(cell) : String(cell ?? ''))).join(',')}\r\n`)
    .join('')}`
