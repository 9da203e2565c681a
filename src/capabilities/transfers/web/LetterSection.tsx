import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { LetterView } from '../../letters/contract.ts'
import { reissueInWords } from '../../letters/rules.ts'
import { lettersApi } from './client.ts'
import { dayOfYear, daysLeftWords } from './days.ts'
import { letterLooks } from './letter-looks.ts'
import './letter-section.css'

/** The sheet in small: three parts and two cuts. What it says stands beside it. */
const Thumb = ({ letter }: { letter: LetterView }) => (
  <div className="letter-thumb" aria-hidden="true">
    {['存根', '介绍信', '回执'].map(part => (
      <div key={part}>
        <b>{part}</b>
        <i />
        <i />
        {part === '介绍信' && <span>{letter.memberName}</span>}
        <i />
      </div>
    ))}
  </div>
)

const Facts = ({ letter }: { letter: LetterView }) => {
  const look = letterLooks[letter.standing]
  const reissue = reissueInWords(letter)
  const living = letter.standing !== 'voided' && letter.standing !== 'received'
  return (
    <div>
      <b>{letter.number}</b>
      {living && <p className="second">有效期至 {letter.outside ? letter.validUntil : dayOfYear(letter.validUntil)}</p>}
      {living && <p className="second">{daysLeftWords(letter.daysLeft)}</p>}
      <p className="letter-standing">
        <Mark tone={look.tone} glyph={look.glyph}>
          {look.word}
        </Mark>
      </p>
      {[reissue.replaced, reissue.from].map(
        words =>
          words && (
            <p key={words} className="second">
              {words}
            </p>
          ),
      )}
      <p className="fine">
        {letter.outside ? '往届补录，没有纸面内容' : `打印 ${letter.prints.length} 次`}
        {!letter.outside && letter.pickedUpOn ? `，${dayOfYear(letter.pickedUpOn)}领取` : ''}
      </p>
      <Anchor className="link second" href={`/letters?q=${encodeURIComponent(letter.number)}`}>
        到台账看这封信
      </Anchor>
    </div>
  )
}

/** The letter of the living attempt, for those who may see letters. */
export const LetterSection = ({ letterId }: { letterId: string }) => {
  const { can } = useSession()
  const found = useQuery(lettersApi.get.queryOptions({ input: { id: letterId }, enabled: can('letters:read') }))
  if (!can('letters:read') || found.error) return null
  return (
    <Section title="介绍信与回执">
      {found.data ? (
        <div className="letter-beside">
          <Thumb letter={found.data} />
          <Facts letter={found.data} />
        </div>
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  )
}
