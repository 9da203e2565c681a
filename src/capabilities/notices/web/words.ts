import type { StateLook } from '../../../ui/Mark.tsx'
import type {
  AcknowledgeRefusal,
  ChaseRefusal,
  FileRefusal,
  ForwardRefusal,
  NoticePart,
  NoticeState,
  Standing,
  StepRefusal,
  WithdrawRefusal,
  WorkRefusal,
} from '../rules.ts'

export const stateLooks: Record<NoticeState, StateLook> = {
  draft: { word: '草稿', tone: 'grey', glyph: 'ring', means: '只有组织部看得到' },
  issued: { word: '已印发', tone: 'green', glyph: 'check', means: '正文和附件已经固定' },
  withdrawn: { word: '已撤回', tone: 'grey', glyph: 'cross', means: '不用再办，仍可阅读' },
}

export const standingLooks: Record<Standing, StateLook> = {
  open: { word: '未办', tone: 'grey', glyph: 'ring', means: '还没有报完成' },
  late: { word: '逾期', tone: 'red', glyph: 'cross', means: '过了期限还没有报完成' },
  done: { word: '已报完成', tone: 'green', glyph: 'q3', means: '已报完成，上级还没有阅' },
  'done-late': { word: '逾期完成', tone: 'ochre', glyph: 'q3', means: '过了期限才报完成，上级还没有阅' },
  noted: { word: '已阅', tone: 'green', glyph: 'check', means: '上级已阅' },
}

export const partWords: Record<NoticePart, string> = {
  title: '标题',
  issuer: '发文单位',
  contactName: '联系人',
  contactPhone: '联系电话',
  text: '正文',
}

export const stepRefusalWords: Record<StepRefusal, string> = {
  'wrong-state': '这份通知的状态已经变了，没有改动。已印发的通知不再改，有错请另发更正。',
  'not-issuer': '通知由组织部印发，没有改动。',
  'reason-missing': '还没有写原因，通知没有撤回。',
  incomplete: '还有没写的，没有印发。请补上再印发。',
  nobody: '没有可以发到的单位，没有印发。请先选单位。',
  'number-taken': '这个发文字号已经用在另一份印发的通知上，没有印发。请核对字号。',
  'day-passed': '有一项任务的日期已经过了，没有印发。请改日期。',
  'after-plan': '有一项任务的日期晚于工作方案的期限，没有印发。请改日期。',
}

export const fileRefusalWords: Record<FileRefusal, string> = {
  'wrong-state': '通知已经印发，附件不再增减。有错请另发更正。',
  'not-issuer': '通知由组织部印发，没有改动。',
  'too-many': '附件已满 20 份，没有收。请先撤下不用的。',
  empty: '这个文件是空的，没有收。请重新选择。',
  'too-large': '文件超过 20 MB，没有收。请压缩后再传。',
  'old-office': '这是旧版 Office 文件或者加了密码，没有收。请另存为 docx、xlsx、pptx 或 PDF 再传。',
  macros: '文件里带有宏，没有收。请另存为不带宏的 docx、xlsx、pptx 或 PDF。',
  'not-that-kind': '只收 PDF、docx、xlsx、pptx，没有收。请另存后再传。',
}

export const acknowledgeRefusalWords: Record<AcknowledgeRefusal, string> = {
  'not-received': '这份通知没有发到您的单位，没有签收。',
  'not-entitled': '签收由单位负责老师办，没有签收。',
  withdrawn: '通知已经撤回，不用签收。',
  already: '本单位已经签收过了。',
}

export const forwardRefusalWords: Record<ForwardRefusal, string> = {
  'not-received': '这份通知没有发到您的单位，没有转发。',
  'not-entitled': '您的账号不能转发，没有发出。',
  withdrawn: '通知已经撤回，没有转发。',
  'not-acknowledged': '本单位还没有签收，没有转发。请先签收。',
  'already-there': '选中的支部里有已经收到的，没有发出。请刷新后再选。',
  nobody: '还没有选支部，没有转发。',
  'nothing-new': '没有新的支部、要求或任务，没有发出。',
  'day-passed': '有一项任务的日期已经过了，没有发出。请改日期。',
  'after-plan': '有一项任务的日期晚于工作方案给支部的期限，没有发出。请改日期。',
}

export const workRefusalWords: Record<WorkRefusal, string> = {
  withdrawn: '通知已经撤回，这项任务不用再办。',
  'duty-withdrawn': '这项任务已经撤销，不用再办。',
  'not-yours': '这项任务不由您的单位办或者不是您的单位布置的，没有改动。',
  'wrong-state': '这项任务刚刚有了变化，没有改动。请看过现在的情况再办。',
  noted: '上级已经阅过，不能再收回。确要改的请联系上级退回。',
  'reason-missing': '还没有写原因，没有改动。',
}

export const withdrawRefusalWords: Record<WithdrawRefusal, string> = {
  withdrawn: '通知已经撤回，任务不用再撤销。',
  'duty-withdrawn': '这项任务已经撤销过了。',
  'not-yours': '这项任务不是您的单位布置的，没有撤销。',
  'reason-missing': '还没有写原因，没有撤销。',
}

export const chaseRefusalWords: Record<ChaseRefusal, string> = {
  'nothing-owed': '都办好了',
  'chased-today': '今天已经催过',
  'nobody-there': '还没有负责老师的账号，请另行联系',
}

/** `06-08`, as lists have it. */
export const shortDay = (day: string) => day.slice(5)
