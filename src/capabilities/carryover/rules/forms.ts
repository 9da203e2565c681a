/** A row's matter as the destination that a case of its own would hold. */
import type { Day } from '../../../kernel/day.ts'
import { destinations, type Form, type SealedAnswers } from '../../transfers/rules.ts'
import { abroadStudy } from './abroad.ts'
import type { Retained, Unreturned } from './entry.ts'

export type Carried = { form: Form; sealed: SealedAnswers; on: Day; note: string; unitName: string | null }

const APPLIED = '有书面申请（往届）'

export function retainedForm(retained: Retained): Carried {
  const { destination, unitName, country, from, until, contacts, applied } = retained
  const abroad = destination === abroadStudy
  const answers = {
    unitName,
    country,
    ...(abroad || destination === 'D06' ? { abroadFrom: from.slice(0, 7), returnBy: until } : {}),
    stayUntil: until,
    stayApplication: applied ? APPLIED : null,
  }
  return {
    form: { type: destination, stay: true, answers, override: null },
    sealed: abroad && contacts.length > 0 ? { domesticContacts: [...contacts] } : {},
    on: from,
    note: `${destinations[destination].label}，自 ${from} 保留，预计至 ${until}，${applied ? '有' : '没有'}书面申请`,
    unitName,
  }
}

/** Where nobody says what the member went to do, it is 其他, and its explanation says what is known. */
export function unreturnedForm({ destination, addressee, unitName, place, number, issuedOn, validDays }: Unreturned): Carried {
  const type = destination ?? 'D12'
  const explanation = `往届已转出，回执未回${unitName ? `；去往${unitName}` : ''}`
  const answers = {
    unitName,
    receiverPlace: place,
    addressee: { id: addressee.id, name: addressee.name },
    ...(type === 'D12' && { explanation }),
  }
  return {
    form: { type, stay: false, answers, override: null },
    sealed: {},
    on: issuedOn,
    note: `${number}，${issuedOn} 开具，有效 ${validDays} 天`,
    unitName,
  }
}
