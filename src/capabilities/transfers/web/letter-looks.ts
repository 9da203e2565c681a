/** Where a letter stands, as cases and the member's phone show it. */
import type { GlyphName } from '../../../ui/Glyph.tsx'
import type { Tone } from '../../../ui/palette.ts'
import type { OwnLetter } from '../../letters/contract.ts'

type Look = { tone: Tone; glyph: GlyphName; word: string; next: string }

/** `next` is what the member is told to do. */
export const letterLooks: Record<OwnLetter['standing'], Look> = {
  issued: { tone: 'ochre', glyph: 'q3', word: '待领取', next: '已经开好，请按支部通知领取。' },
  'handed-over': { tone: 'blue', glyph: 'arrow', word: '在途', next: '请在有效期内到接收党组织报到，请对方寄回回执。' },
  expiring: { tone: 'ochre', glyph: 'q3', word: '将过期', next: '快过期了，请尽快报到；来不及的，告诉支部老师。' },
  expired: { tone: 'red', glyph: 'cross', word: '过期', next: '已过有效期，请告诉支部老师，可以申请换开。' },
  received: { tone: 'green', glyph: 'solid', word: '已接收', next: '对方党组织已经接收。' },
  voided: { tone: 'grey', glyph: 'cross', word: '作废', next: '这封信已作废，不能再用。' },
}
