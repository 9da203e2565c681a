/** Before a letter runs out: who is told, on which days, in which words. Each stage is told once, and made up for where a day was missed. */
import { addDays, type Day, dayInWords, daysBetween } from '../../../kernel/day.ts'
import type { LetterState } from './issue.ts'

/** The plan's number of days, and the last three. */
export const reminderStages = ['ending', 'last-days'] as const
export type ReminderStage = (typeof reminderStages)[number]

const LAST_DAYS = 3

export type ReminderFacts = {
  state: LetterState
  pickedUpOn: Day | null
  receivedOn: Day | null
  validUntil: Day
  /** The day of the newest reminder; null: none yet. */
  remindedOn: Day | null
}

const firstDayOf = (stage: ReminderStage, validUntil: Day, warnDays: number): Day =>
  addDays(validUntil, -(stage === 'ending' ? warnDays : Math.min(LAST_DAYS, warnDays)))

/** The stage that is to be told today, if any: of a letter that stands, is in its last days, and is not yet accepted. */
export function reminderOn(
  { state, receivedOn, validUntil, remindedOn }: ReminderFacts,
  today: Day,
  warnDays: number,
): ReminderStage | null {
  if (state === 'voided' || receivedOn || today > validUntil) return null
  const stage = reminderStages.findLast(known => today >= firstDayOf(known, validUntil, warnDays))
  if (!stage) return null
  return remindedOn && remindedOn >= firstDayOf(stage, validUntil, warnDays) ? null : stage
}

type Told = { validUntil: Day; today: Day; pickedUpOn: Day | null }
export type Reminder = { title: string; body: string }

const left = ({ validUntil, today }: Told) => {
  const days = daysBetween(today, validUntil)
  return days === 0 ? '今天是最后一天' : `还有 ${days} 天`
}

/** To the member. Names no number: a message may be read over a shoulder. */
export const memberReminder = (told: Told): Reminder => ({
  title: '介绍信快到期了',
  body: `你的组织关系介绍信有效期至 ${dayInWords(told.validUntil)}，${left(told)}。${
    told.pickedUpOn
      ? '请尽快到接收党组织报到，请对方寄回回执；来不及的，告诉支部老师。'
      : '信还没有领，请按支部通知尽快领取；来不及的，告诉支部老师。'
  }`,
})

/** To the branch and its 总支: one message for all of a day. */
export const branchReminder = (letters: readonly (Told & { name: string })[]): Reminder => {
  const names = letters.map(({ name, pickedUpOn }) => (pickedUpOn ? name : `${name}（还没有领）`)).join('、')
  return {
    title: `${letters.length} 封介绍信快到期`,
    body: `${names}。请提醒本人尽快报到，请对方寄回回执；到期还没有接收的，要申请换开。`,
  }
}
