import { Mark, StateTag } from '../../../ui/Mark.tsx'
import type { LetterRow } from '../contract.ts'
import { daysInWords, shortDay } from './days.ts'
import { handoverWords, standingLooks, voidGroundWords } from './words.ts'

type Of = { letter: LetterRow; today: string }

const nothing = <span className="quiet">–</span>

/** 将过期 is said by the validity; the state says in whose hands the letter is. */
export const Standing = ({ letter: { standing, pickedUpOn } }: Pick<Of, 'letter'>) => {
  const shown = standing === 'expiring' ? (pickedUpOn ? 'handed-over' : 'issued') : standing
  return <StateTag state={standingLooks[shown]} />
}

export const Validity = ({ letter, today }: Of) => {
  if (letter.standing === 'voided') return nothing
  const day = shortDay(letter.validUntil, today)
  const words = daysInWords(letter)
  if (words === null) return day
  return letter.standing === 'expired' ? (
    <Mark tone="red" glyph="cross">
      {day}，{words}
    </Mark>
  ) : (
    <Mark tone="ochre" glyph="q3">
      {day}，{words}
    </Mark>
  )
}

export const Handed = ({ letter: { pickedUpOn, pickedUpHow }, today }: Of) =>
  pickedUpOn && pickedUpHow ? (
    <span className="second">
      {handoverWords[pickedUpHow]} {shortDay(pickedUpOn, today)}
    </span>
  ) : (
    nothing
  )

/** Beside its own year's letters the number is told by its last part. */
const Reissued = ({ words, number }: { words: string; number: string }) => (
  <span className="second" title={`${words} ${number}`}>
    {words} {number.replace(/^.*〕/, '')}
  </span>
)

/** How it ended: received, or voided and on what ground. */
export const Outcome = ({ letter: { receivedOn, voidedOn, voidGround, replaces, replacedBy }, today }: Of) => {
  if (replacedBy) return <Reissued words="已换开" number={replacedBy.number} />
  if (receivedOn) return <span className="second">接收 {shortDay(receivedOn, today)}</span>
  if (voidedOn && voidGround)
    return (
      <span className="second">
        {voidGroundWords[voidGround]} {shortDay(voidedOn, today)}
      </span>
    )
  return replaces ? <Reissued words="换开自" number={replaces.number} /> : nothing
}
