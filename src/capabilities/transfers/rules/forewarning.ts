/** What is told about a letter before and after its last day, and the text that goes into a group chat. */
import type { Day } from '../../../kernel/day.ts'
import { type ReminderStage, reminderOn, reminderStages } from '../../letters/rules.ts'
import type { Lamp } from './lamps.ts'

/** Each is told once for one last day; a day that was missed is made up for. */
export const letterWarnings = [...reminderStages, 'expired'] as const
export type LetterWarning = ReminderStage | 'expired'

export type WarnedLetter = {
  handedOutOn: Day | null
  validUntil: Day
  /** What was told of this letter already. */
  told: readonly LetterWarning[]
}

/** The warning of an open letter that is to be told today, if any. A later one makes up for those that were missed. */
export function warningOn({ handedOutOn, validUntil, told }: WarnedLetter, today: Day, warnDays: number): LetterWarning | null {
  if (today > validUntil) return told.includes('expired') ? null : 'expired'
  const stage = reminderOn({ state: 'issued', pickedUpOn: handedOutOn, receivedOn: null, validUntil, remindedOn: null }, today, warnDays)
  const reached = stage ? reminderStages.indexOf(stage) : -1
  return reminderStages.some((known, at) => at >= reached && told.includes(known)) ? null : stage
}

/** What the branch asks its members for; lamps that are the school's own business have no text. */
const asked: Partial<Record<Lamp, string>> = {
  stranded: '还没有填报毕业去向。请今天登录“启程”填好提交，有困难直接找我',
  'due-soon': '手上有一步这几天到期。请登录“启程”看看，按时办完',
  overdue: '手上有一步已经过期。请今天登录“启程”办完，有困难直接找我',
  'letter-ending': '组织关系介绍信快到期了。请尽快到接收党组织报到，请对方寄回回执；来不及的告诉我',
  'letter-expired': '组织关系介绍信已经过期。请联系我申请换开，不要再拿旧的去报到',
  'receipt-missing': '介绍信的回执还没有收到。请问一下接收党组织，拍照发给我也可以',
  'pocket-risk': '介绍信领走很久，还没有接收。请说一下现在在哪里、什么时候去报到',
  silent: '毕业后有一阵没有联系了。看到请回一声，登录一次“启程”也可以',
  'silent-long': '毕业后很久没有联系了。看到请回我，知道近况的同学也请转告',
  'silent-check': '一直没有联系上。看到请马上回我，知道近况的同学请转告',
  'abroad-contact': '在境外学习的同志，半年联系一次的时间到了。请回一声近况',
}

export const groupTextLamps = Object.keys(asked) as Lamp[]

/** A text to copy: names, and what to do. No number, no address: a group chat has many readers. */
export const groupText = (lamp: Lamp, names: readonly string[]): string | null => {
  const text = asked[lamp]
  return text && names.length > 0 ? `请以下同志注意：${names.join('、')}。\n${text}。` : null
}
