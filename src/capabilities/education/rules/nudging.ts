/** Reminding who still lacks something of the five items: whom, and in which words. */
import type { Day } from '../../../kernel/day.ts'
import { dayInWords } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type AskedItem, type Credit, itemStanding } from './items.ts'

type NamedItem = AskedItem & { short: string }

/** What of the asked items is still to do, as a list says it: 捐书; 志愿服务还差 2 次; 志愿服务还差 1.5 小时. */
export const lackingOf = (items: readonly NamedItem[], confirmed: readonly Credit[]): string[] =>
  items.flatMap(item => {
    const { short, required, minimum } = item
    const { done, hours, complete } = itemStanding(item, confirmed)
    if (complete) return []
    if (hours !== null) return [`${short}还差 ${minimum! * required - hours} 小时`]
    return [required > 1 ? `${short}还差 ${required - done} 次` : short]
  })

export const nudgeRefusals = ['complete', 'no-account', 'nudged-today'] as const
export type NudgeRefusal = (typeof nudgeRefusals)[number]

export interface NudgeFacts {
  lacking: readonly string[]
  /** Null where the member has no account to read a message with. */
  account: string | null
  nudgedToday: boolean
}

/** May this member be reminded? Once a day, and only of what is lacking. */
export const mayNudge = ({ lacking, account, nudgedToday }: NudgeFacts): Decision<string, NudgeRefusal> => {
  if (lacking.length === 0) return refuse('complete')
  if (account === null) return refuse('no-account')
  return nudgedToday ? refuse('nudged-today') : allow(account)
}

const until = (dueOn: Day | null) => (dueOn ? ` ${dayInWords(dueOn)}离校前` : '离校前')

/** What the member reads. */
export const nudgeMessage = (lacking: readonly string[], dueOn: Day | null) => ({
  title: `“五个一”还差 ${lacking.length} 项`,
  body: `你还差：${lacking.join('、')}。请在${until(dueOn)}完成。做过而没有记上的，请告诉支部。`,
})

export type LackingPerson = { name: string; lacking: readonly string[] }

/** The same for a group chat, with everybody who lacks something; empty where nobody does. */
export const nudgeText = (people: readonly LackingPerson[], dueOn: Day | null): string => {
  if (people.length === 0) return ''
  const lines = people.map(({ name, lacking }, at) => `${at + 1}. ${name}：${lacking.join('、')}`)
  return [`以下 ${people.length} 位同志“五个一”还没有做完，请在${until(dueOn)}完成：`, ...lines].join('\n')
}
