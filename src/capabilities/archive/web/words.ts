import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { Lack, MaterialRefusal, Source } from '../rules.ts'

export const lackWords: Record<Lack, string> = {
  'not-submitted': '未报送',
  'not-accepted': '已报送，待接收',
  'sent-back': '已退回，待重报',
  'receipts-open': '回执未回',
  'no-activity': '没有活动记录',
  'no-notice': '还没有印发通知',
  'not-acknowledged': '通知没有签收',
  'not-received': '材料没有移交到档案馆',
  'no-news': '没有稿件',
  'no-file': '未交',
}

export const sourceWords: Record<Source, string> = {
  returns: '由各单位报送的表归集，接收后自动收入',
  letters: '由介绍信台账归集',
  education: '由教育记录归集',
  notices: '由通知的签收记录归集',
  dossiers: '由装档和移交记录归集',
  news: '由报宣传部的稿件归集，也可以交文件',
  'unit-files': '由各单位交文件',
  'office-files': '由组织部交文件',
}

const refusals: Record<MaterialRefusal, string> = {
  'unknown-item': '方案的归档清单里没有这一项，没有上传。',
  'kept-here': '这一项由系统自动归集，不用上传。',
  'not-yours': '这一项或这份文件不由本单位交，没有改动。',
  empty: '文件是空的，没有上传。请检查后再传。',
  'not-that-kind': '只收 PDF、Word、Excel、PPT、图片、文本和 zip，且内容要与扩展名相符。没有上传。',
  'already-removed': '这份文件已经撤下。',
}
export const problemWords = (problem: Problem) => wordsOf(problem, refusals)

const MB = 1024 * 1024
export const sizeWords = (bytes: number) => (bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`)
