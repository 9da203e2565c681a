/** What a tick rests on, and what is on its way, in a sentence each. */
import type { GlyphName } from '../../../ui/Glyph.tsx'
import type { Tone } from '../../../ui/palette.ts'
import type { ConfirmationView, ItemsOfOne, Waiting } from '../contract.ts'
import { specialOf } from '../rules.ts'

export type OwnItem = ItemsOfOne['items'][number]

/** `6 月 8 日`: the year is the season's. */
export const monthDay = (day: string) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

export type Sentence = { key: string; tone: Tone; glyph: GlyphName; text: string; kind: 'done' | 'lacking' | Waiting['kind'] }

const confirmed = (one: ConfirmationView): Sentence => {
  const special = specialOf(one).filter(word => word === '补做')
  const text = `${monthDay(one.doneOn)}，${one.evidence}${special.length > 0 ? '（补做）' : ''}，${one.confirmedName}确认`
  const exempt = one.basis === 'exempt'
  return { key: one.id, tone: exempt ? 'grey' : 'green', glyph: exempt ? 'dash' : 'solid', text, kind: 'done' }
}

const coming: Record<Waiting['kind'], (one: Waiting) => Omit<Sentence, 'key' | 'kind'>> = {
  signed: ({ doneOn, what }) => ({
    tone: 'ochre',
    glyph: 'q2',
    text: `${monthDay(doneOn)}的“${what}”已签到，待支部结束登记`,
  }),
  reported: ({ doneOn, what }) => ({ tone: 'ochre', glyph: 'q2', text: `已申报，待支部确认：${monthDay(doneOn)}，${what}` }),
  returned: ({ what, reason }) => ({ tone: 'red', glyph: 'back', text: `申报被退回：${reason}（${what}）` }),
}

/** What is still lacking of an item, when nothing of it is on the way. */
const lackingOf = ({ done, required, hours, minimum, confirmations }: OwnItem): string => {
  if (hours !== null && hours > 0) return `已有 ${hours} 小时，还差 ${minimum! * required - hours} 小时`
  if (done > 0) return `已做 ${done} 次，还差 ${required - done} 次`
  return confirmations.length > 0 ? '原来的确认已撤销，要重新做' : '还没有记录'
}

/** Every line that one item says to its member. */
export function sentencesOf(item: OwnItem): Sentence[] {
  const valid = item.confirmations.filter(({ revoked }) => revoked === null)
  const lines = [...valid.map(confirmed), ...item.waiting.map(one => ({ ...coming[one.kind](one), key: one.id, kind: one.kind }))]
  if (item.complete || item.waiting.length > 0) return lines
  return [...lines, { key: 'lacking', tone: 'grey', glyph: 'ring', text: lackingOf(item), kind: 'lacking' }]
}
