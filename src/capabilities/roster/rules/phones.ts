import { type Cell, type Complaint, type Reading, type Severity, textOf } from '../../imports/rules.ts'

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/

const complaint = (label: string, severity: Severity, text: string): Complaint => ({ kind: 'phone', severity, text: `“${label}”${text}` })

const bare = (text: string) => text.replace(/[\s()（）-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')

/** A mobile number of 11 digits; where a landline will do, `landline`. */
export const readPhone =
  (label: string, severity: Severity, landline = false) =>
  (raw: Exclude<Cell, null>): Reading<string> => {
    const text = textOf(raw)
    if (landline && LANDLINE.test(text)) return { value: text }
    const number = bare(text)
    if (MOBILE.test(number)) return number === text ? { value: number } : { value: number, text: number, repair: 'phone-form' }
    if (/^1[3-9]\d{9}\D+1[3-9]\d{9}/.test(text))
      return { value: null, problems: [complaint(label, severity, '写了两个号码，请只留一个。')] }
    if (/^\d\.\d+E\+?\d+$/i.test(text))
      return { value: null, problems: [complaint(label, severity, '被存成了科学计数，尾数已丢失。请把该列设为“文本”格式后重新填写。')] }
    const digits = number.replace(/\D/g, '').length
    return { value: null, problems: [complaint(label, severity, `应为 11 位手机号，这一格是 ${digits} 位数字。请向本人核对。`)] }
  }

export type SecondContact = { name: string | null; phone: string | null; relation: string | null }

const relations =
  /^(?:父亲?|母亲?|父母|爸爸?|妈妈?|家长|配偶|丈夫|妻子|爱人|哥哥?|姐姐?|弟弟?|妹妹?|兄弟?|祖父|祖母|爷爷|奶奶|外公|外婆|外祖[父母]|叔叔?|伯[父伯]?|姑[姑妈]?|舅舅?|姨[妈]?|亲属|亲戚|朋友|同学|室友|监护人|本人)$/
/** 父亲谭某: no family name begins like these. */
const relationBefore = /^(父亲|母亲|爸爸|妈妈|配偶|丈夫|妻子|爱人|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|外公|外婆|监护人)(?=.)/
const labels = /^(?:(?:备用|紧急)?联系人(?:姓名)?|姓名|联?系?电话|手机号?码?|联系方式|(?:与本人)?关系)$/
const WITHIN = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}-\d{7,8})(?!\d)/g

const wordsOf = (text: string): string[] =>
  text
    .replace(WITHIN, ' ')
    .split(/[\s，,、/()（）:：;；\-—|]+/)
    .flatMap(word => word.replace(relationBefore, '$1 ').split(' '))
    .filter(word => word !== '' && !labels.test(word))

/** A landline keeps its mark; a mobile number is eleven digits. */
const phonesIn = (text: string): string[] =>
  [...text.matchAll(WITHIN)].map(([, number]) => (number!.startsWith('0') ? number! : number!.replace(/\D/g, '')))

/** One column for name, phone and perhaps the relation, in any order: 谭某18394125413, 谭某（母亲）183… The parts are shown apart. */
export const readSecondContact = (raw: Exclude<Cell, null>): Reading<SecondContact> => {
  const text = textOf(raw)
  const [phone = null, other] = phonesIn(text)
  const words = wordsOf(text)
  const relation = words.find(word => relations.test(word)) ?? null
  const name = words.find(word => word !== relation) ?? null
  const label = '备用联系人电话'
  if (!phone && (text.match(/\d/g)?.length ?? 0) >= 5)
    return { value: { name: null, phone, relation }, problems: [complaint(label, 'warning', '不是完整的电话号码，请核对。')] }
  const parts = [name, phone, relation].filter(part => part !== null)
  const apart = parts.join('，')
  const reading: Reading<SecondContact> = { value: { name, phone, relation } }
  if (other !== undefined) return { ...reading, problems: [complaint(label, 'warning', '写了两个号码，只保留前一个。请核对。')] }
  return parts.length > 1 && apart !== text ? { ...reading, text: apart, repair: 'split' } : reading
}
