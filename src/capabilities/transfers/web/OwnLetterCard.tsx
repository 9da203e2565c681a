import { dayInWords } from '../../../kernel/day.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { OwnLetter } from '../../letters/contract.ts'
import { asDay, dayOfYear, daysLeftWords } from './days.ts'
import { letterLooks } from './letter-looks.ts'

/** The letter on the first screen: number, whom it is addressed to, how long it is good. No code to scan: that stands on the paper. */
export const OwnLetterCard = ({ letter }: { letter: OwnLetter }) => {
  const look = letterLooks[letter.standing]
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
  const look = letterLooks[letter.standing]
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
