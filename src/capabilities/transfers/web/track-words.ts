/** One way out, as screens speak of it. */
import type { StateLook } from '../../../ui/Mark.tsx'
import { type Track, trackStands } from '../rules.ts'

export const trackLooks: Record<Track['at'], StateLook> = {
  none: { word: trackStands.none, tone: 'grey', glyph: 'dash', means: '这次接转不走这一路' },
  waiting: { word: trackStands.waiting, tone: 'blue', glyph: 'ring', means: '待发起或待开信' },
  issued: { word: trackStands.issued, tone: 'blue', glyph: 'ring', means: '信已开具，还在学校' },
  out: { word: trackStands.out, tone: 'blue', glyph: 'arrow', means: '已转出，还没有结果' },
  accepted: { word: trackStands.accepted, tone: 'green', glyph: 'solid', means: '这一路已有接收凭据' },
  rejected: { word: trackStands.rejected, tone: 'red', glyph: 'back', means: '这一路被对方退回' },
}
