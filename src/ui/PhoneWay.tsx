import type { ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import './phone-way.css'

type PhoneWayProps = { words: string; icon?: ReactNode; main?: boolean } & (
  | { href: string }
  | { busy?: boolean; short?: boolean; onClick: () => void }
)

/** A way that the thumb finds, to another page or to something done: as wide as the page, as high as a finger. */
export const PhoneWay = ({ words, icon, main = false, ...way }: PhoneWayProps) => {
  const look = main ? 'phone-way phone-way-main' : 'phone-way'
  if ('href' in way)
    return (
      <Anchor className={look} href={way.href}>
        {icon}
        {words}
      </Anchor>
    )
  const { busy = false, short = false, onClick } = way
  return (
    <button type="button" className={short ? `${look} phone-way-short` : look} disabled={busy} aria-busy={busy} onClick={onClick}>
      {icon}
      {words}
    </button>
  )
}
