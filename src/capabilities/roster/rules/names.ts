import { type Cell, type Complaint, type Reading, textOf } from '../../imports/rules.ts'

const han = /\p{Script=Han}/u
const dots = /\s*[·•‧・．.･˙∙⋅●▪]\s*/g
const wellFormed = /^(?:[\p{Script=Han}·]+|[A-Za-zÀ-ž .'’-]+)$/u
/** A question mark, a replacement mark or a private code point stands where an old program lost a rare character. */
const lost = /[?？\uFFFD\p{Co}]/u

const mended = (text: string) => {
  if (!han.test(text)) return text
  return text.replace(dots, '·').replace(/\s+/g, '')
}

const complaintAbout = (name: string): Complaint | null => {
  if (lost.test(name))
    return {
      kind: 'lost-character',
      severity: 'error',
      text: '姓名里有没能保存下来的生僻字。请在 Excel 里重新输入这个字，另存为 .xlsx 后再导入。',
    }
  const length = Array.from(name).length
  if (length > 50) return { kind: 'too-long', severity: 'error', text: '姓名超过 50 个字，请核对这一格是否填错了列。' }
  if (length < 2 || !wellFormed.test(name)) return { kind: 'name-form', severity: 'warning', text: '姓名里有少见的写法，请与证件核对。' }
  return null
}

/** One middle dot for all dots; no spaces within a Chinese name; rare characters count as one. */
export const readName = (raw: Exclude<Cell, null>): Reading<string> => {
  const text = textOf(raw)
  const name = mended(text)
  const complaint = complaintAbout(name)
  const value = complaint?.severity === 'error' ? null : name
  const repair = text.replace(/\s/g, '') === name ? 'spaces' : 'name-dot'
  const reading: Reading<string> = name === text ? { value } : { value, text: name, repair }
  return complaint ? { ...reading, problems: [complaint] } : reading
}
