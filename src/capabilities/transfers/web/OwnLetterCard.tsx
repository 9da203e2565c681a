import { dayInWords } from '../../../kernel/day.ts'
import { Facts } from '../../../ui/Facts.tsx'
import type { GlyphName } from '../../../ui/Glyph.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { Tone } from '../../../ui/palette.ts'
import { Section } from '../../../ui/Section.tsx'
import type { OwnLetter } from '../../letters/contract.ts'
import { asDay, dayOfYear, daysLeftWords } from './days.ts'

type Look = { tone: Tone; glyph: GlyphName; word: string; next: string }

const looks: Record<OwnLetter['standing'], Look> = {
  issued: { tone: 'ochre', glyph: 'q3', word: '待领取', next: '已经开好，请按支部通知领取。' },
  'handed-over': { tone: 'blue', glyph: 'arrow', word: '在途', next: '请在有效期内到接收党组织报到，请对方寄回回执。' },
  expiring: { tone: 'ochre', glyph: 'q3', word: '将过期', next: '快过期了，请尽快报到；来不及的，告诉支部老师。' },
  expired: { tone: 'red', glyph: 'cross', word: '过期', next: '已过有效期，请告诉支部老师，可以申请换开。' },
  received: { tone: 'green', glyph: 'solid', word: '已接收', next: '对方党组织已经接收。' },
  voided: { tone: 'grey', glyph: 'cross', word: '作废', next: '这封信已作废，不能再用。' },
}

/** The letter on the first screen: number, whom it is addressed to, how long it is good. No code to scan: that stands on the paper. */
export const OwnLetterCard = ({ letter }: { letter: OwnLetter }) => {
  const look = looks[letter.standing]
  const living = letter.standing !== 'voided' && letter.standing !== 'received'
  return (
    <Section
      title="我的介绍信"
      note={
        <Mark tone={look.tone} glyph={look.glyph}>
          {look.word}
        </Mark>
      }
    >
      <p>
        <b>{letter.number}</b>
      </p>
      <p className="second">{letter.addresseeName}</p>
      {living && <p className="second">{`有效期至 ${dayOfYear(letter.validUntil)}，${daysLeftWords(letter.daysLeft)}`}</p>}
      <p className="second own-actions">{look.next}</p>
    </Section>
  )
}

/** One letter with all its days. */
export const OwnLetterSheet = ({ letter }: { letter: OwnLetter }) => {
  const look = looks[letter.standing]
  return (
    <Section
      title={letter.number}
      note={
        <Mark tone={look.tone} glyph={look.glyph}>
          {look.word}
        </Mark>
      }
    >
      <Facts
        rows
        facts={[
          { label: '抬头', value: letter.addresseeName },
          { label: '开具日期', value: dayInWords(asDay(letter.issuedOn)) },
          {
            label: '有效期至',
            value: letter.standing === 'voided' ? '已作废' : `${dayInWords(asDay(letter.validUntil))}，${daysLeftWords(letter.daysLeft)}`,
          },
          { label: '领取', value: letter.pickedUpOn ? dayInWords(asDay(letter.pickedUpOn)) : '还没有领取' },
          { label: '接收', value: letter.receivedOn ? dayInWords(asDay(letter.receivedOn)) : '还没有回执' },
        ]}
      />
      <p className="second own-actions">{look.next}</p>
    </Section>
  )
}
