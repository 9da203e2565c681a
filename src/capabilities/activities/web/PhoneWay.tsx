import type { ReactNode } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'

/** A way that the thumb finds: as wide as the page, as high as a finger. */
export const PhoneWay = ({ href, words, icon, main = false }: { href: string; words: string; icon?: ReactNode; main?: boolean }) => (
  <Anchor className={main ? 'phone-way phone-way-main' : 'phone-way'} href={href}>
    {icon}
    {words}
  </Anchor>
)
