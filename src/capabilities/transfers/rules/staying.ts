/** Contact with those whose relation stays: D05 at least once per half-year, D11 through the named teacher. */
import type { Day } from '../../../kernel/day.ts'
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { wholeNumberIn } from '../../../kernel/whole-number.ts'
import type { DestinationCode } from '../../plans/rules.ts'
import type { State } from './states.ts'

export const contactWays = ['phone', 'message', 'mail', 'meeting', 'through-contact'] as const
export type ContactWay = (typeof contactWays)[number]

export const contactWayNames: Record<ContactWay, string> = {
  phone: '电话',
  message: '微信、短信',
  mail: '邮件',
  meeting: '当面',
  'through-contact': '经境内联系人',
}

export const stayContactRefusals = ['not-staying', 'own-case', 'day-in-future', 'number-in-words'] as const
export type StayContactRefusal = (typeof stayContactRefusals)[number]

export const stayContactRefusalWords: Record<StayContactRefusal, string> = {
  'not-staying': '这件接转不是保留在校的，没有登记。在途的请用“回拨”或登记结果。',
  'own-case': '这是您本人的接转，没有登记。请由另一位老师登记。',
  'day-in-future': '日期还没到，没有登记。请填实际联系的那一天。',
  'number-in-words': '写的话里有完整的证件号或手机号，没有登记。请去掉号码。',
}

const staying: readonly DestinationCode[] = ['D05', 'D11']

export type StayFacts = { state: State | null; destinationType: DestinationCode | null; own: boolean }
export type SaidContact = { on: Day; spokenWith: string; note: string }

/** Whether a contact may be logged in this case at all: what the button is drawn from. */
export const mayLogContact = ({ state, destinationType, own }: StayFacts): Decision<true, StayContactRefusal> => {
  if (state !== 'retained' || !destinationType || !staying.includes(destinationType)) return refuse('not-staying')
  return own ? refuse('own-case') : allow(true)
}

export const decideContact = (facts: StayFacts, { on, spokenWith, note }: SaidContact, today: Day): Decision<true, StayContactRefusal> => {
  const open = mayLogContact(facts)
  if (!open.allowed) return open
  if (on > today) return refuse('day-in-future')
  return wholeNumberIn(`${spokenWith} ${note}`) ? refuse('number-in-words') : allow(true)
}
