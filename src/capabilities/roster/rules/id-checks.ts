/** The ID number by itself, and the sex and birth date against it. */
import type { Ledger, TableRow } from '../../imports/rules.ts'
import { type Birth, isWithin } from './birth.ts'
import { type IdType, labelIn, sexes } from './codes.ts'
import { guessIdType, hasFormOf, type IdFacts, idFaultText, isKnownDivision, readResidentId } from './id-number.ts'

/** Set aside for invented people; belongs to no province's list and is never remarked on. */
const INVENTED = '449901'

export type IdVerdict = { idType: IdType; facts: IdFacts | null }

export const checkIdNumber = ({ values }: TableRow, { sound, say }: Ledger): IdVerdict => {
  const declared = (values.idType ?? null) as IdType | null
  if (!sound('idNumber')) return { idType: declared ?? 'resident-id', facts: null }
  const number = values.idNumber as string
  const idType = declared ?? guessIdType(number)

  if (idType !== 'resident-id' && idType !== 'residence-permit') {
    if (!hasFormOf(idType, number))
      say('idNumber', { kind: 'id-form', severity: 'error', text: '证件号码与证件类型的格式不符，请对照证件核对两项。' })
    else if (declared === null)
      say('idNumber', {
        kind: 'id-type-guessed',
        severity: 'warning',
        text: '表里没有写证件类型，按号码的格式推定为通行证或护照，请确认。',
      })
    return { idType, facts: null }
  }
  const reading = readResidentId(number)
  if (!reading.valid) {
    say('idNumber', { kind: reading.fault, severity: 'error', text: idFaultText[reading.fault] })
    return { idType, facts: null }
  }
  const { division } = reading.facts
  if (division !== INVENTED && !isKnownDivision(division))
    say('idNumber', { kind: 'id-division', severity: 'warning', text: '公民身份号码开头的地区代码不常见，请对照证件核对。' })
  return { idType, facts: reading.facts }
}

export const checkSex = ({ values }: TableRow, facts: IdFacts | null, { sound, say }: Ledger): void => {
  if (!facts || !sound('sex') || values.sex === facts.sex) return
  const suggestion = labelIn(sexes, facts.sex)
  const text = `“性别”与公民身份号码不符：号码第 17 位表示“${suggestion}”。请核对是哪一项填错；确属特殊情况的，可说明理由后保留。`
  say('sex', { kind: 'sex-against-id', severity: 'error', overridable: true, suggestion, text })
}

/** The birth date as it then stands; a month is completed from the ID number, in the open. */
export const checkBirth = ({ values }: TableRow, facts: IdFacts | null, { sound, say, mend }: Ledger) => {
  if (!sound('bornOn')) return null
  const birth = values.bornOn as Birth
  const differs = () => {
    const text = `“出生日期”与公民身份号码不符：号码里是 ${facts!.bornOn}。请核对是哪一项填错；确属特殊情况的，可说明理由后保留。`
    say('bornOn', { kind: 'birth-against-id', severity: 'error', overridable: true, suggestion: facts!.bornOn, text })
    return null
  }
  if ('day' in birth) return facts && birth.day !== facts.bornOn ? differs() : birth.day
  if (!facts) {
    say('bornOn', {
      kind: 'day-missing',
      severity: 'error',
      text: '“出生日期”只写到月份，又没有可用的公民身份号码来补全。请写成 2001-05-03 这样的日期。',
    })
    return null
  }
  if (!isWithin(facts.bornOn, birth)) return differs()
  mend('bornOn', 'day-from-id', facts.bornOn)
  return facts.bornOn
}
