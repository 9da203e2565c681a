/** How the cells of this list are read, where no other list reads the like. */
import { type Cell, type Code, indexCodes, nearest, type Reading, textOf } from '../../imports/rules.ts'
import { type DestinationCode, destinationCodes } from '../../plans/rules.ts'
import { destinations } from '../../transfers/rules.ts'
import type { Addressee, CarryFacts } from './facts.ts'
import { type Matter, matterNames, matters } from './matters.ts'

type Filled = Exclude<Cell, null>
const wrong = (kind: string, text: string, suggestion?: string | null): Reading<never> => ({
  value: null,
  problems: [{ kind, severity: 'error', text, ...(suggestion && { suggestion }) }],
})

export const readYear = (raw: Filled): Reading<number> => {
  const text = textOf(raw).replace(/\s/g, '')
  const found = /^(20\d{2})(?:届|级|年)?$/.exec(text)
  if (!found) return wrong('year-form', '“毕业年份”请写四位数的年份，如 2021。')
  return text === found[1] ? { value: Number(found[1]) } : { value: Number(found[1]), text: found[1]!, repair: 'full-name' }
}

const loose: Record<Matter, readonly string[]> = {
  retained: ['保留', '保留在校', '组织关系保留', '关系保留'],
  delayed: ['延期', '延毕', '延迟毕业', '延期毕业在校'],
  unreturned: ['回执未返', '回执未返回', '未回执', '未回', '介绍信未回', '介绍信回执未回'],
}
export const matterIndex = indexCodes<Matter>(
  '未了事项',
  matters.map(code => ({ code, label: matterNames[code], also: loose[code] })),
)

const alsoSaid: Partial<Record<DestinationCode, readonly string[]>> = {
  D01: ['就业'],
  D03: ['升学', '外校升学'],
  D05: ['出国', '出国学习', '出国(境)学习', '出国留学', '留学', '出国（境）'],
  D06: ['出国工作', '出国(境)其他'],
  D10: ['待业', '未就业'],
}
export const destinationIndex = indexCodes<DestinationCode>(
  '去向类别',
  destinationCodes.map((code): Code<DestinationCode> => {
    const also = alsoSaid[code]
    return { code, label: destinations[code].label, same: [code], ...(also && { also }) }
  }),
)

export const applicationIndex = indexCodes<'yes' | 'no'>('书面申请', [
  { code: 'yes', label: '有', also: ['是', '已交', '已有'] },
  { code: 'no', label: '无', also: ['否', '没有', '未交'] },
])

/** `system` alone is read to be told off: nothing of it comes back on paper. */
export const wayIndex = indexCodes<'paper' | 'both' | 'system'>('方式', [
  { code: 'paper', label: '纸质', also: ['纸质介绍信', '介绍信'] },
  { code: 'both', label: '系统+纸质', same: ['系统＋纸质', '纸质+系统'], also: ['系统和纸质', '系统、纸质'] },
  { code: 'system', label: '系统' },
])

export const readValidDays = (raw: Filled): Reading<number> => {
  const text = textOf(raw).replace(/\s/g, '')
  const found = /^(\d{1,3})天?$/.exec(text)
  if (!found || Number(found[1]) === 0) return wrong('valid-days', '“有效期”请写天数，如 90。')
  return text === found[1] ? { value: Number(found[1]) } : { value: Number(found[1]), text: found[1]!, repair: 'full-name' }
}

export const readPlace = (raw: Filled, { divisions }: CarryFacts): Reading<string> => {
  const text = textOf(raw)
  const code = divisions.find(text)
  const says = `“所在地”里的“${text.slice(0, 20)}”对不上行政区划。请写 6 位代码或全称，如广东省深圳市南山区；不清楚可以留空。`
  return code ? { value: code } : wrong('no-such-division', says)
}

export const readAddressee = (raw: Filled, { addressees }: CarryFacts): Reading<Addressee> => {
  const text = textOf(raw)
  const found = addressees.find(text)
  if (found) return found.name === text ? { value: found } : { value: found, text: found.name, repair: 'full-name' }
  const suggestion = addressees.guess(text)
  const near = suggestion ? `最接近的是“${suggestion}”。` : ''
  const says = `抬头库里没有“${text.slice(0, 40)}”。${near}请改成抬头库里的名称，或先在抬头库添加，再重新核对。`
  return wrong('unknown-addressee', says, suggestion)
}

/** The nearest of many names, each word asked once. */
export const guesser = (names: readonly string[]) => {
  const seen = new Map<string, string | null>()
  return (text: string): string | null => {
    if (!seen.has(text)) seen.set(text, nearest(text, names))
    return seen.get(text)!
  }
}
