import type { ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import { DemoTag, SealMark } from './Brand.tsx'
import { currentItem, type NavItem } from './navigation.ts'
import './phone.css'
import './tabbar.css'

type PhoneShellProps = {
  /** Where the person belongs: unit and branch. */
  from: ReactNode
  demo?: boolean
  /** At the right of the top strip. */
  extra?: ReactNode
  /** At most four; none for a page that stands alone. */
  tabs?: readonly NavItem[]
  place?: string
  children: ReactNode
}

/** One column for one person: graduates, juniors, receivers. It stays a column on a desk. */
export const PhoneShell = ({ from, demo = false, extra, tabs = [], place = '', children }: PhoneShellProps) => {
  const current = currentItem([{ key: 'tabs', items: tabs }], place)
  return (
    <div className={tabs.length > 0 ? 'phone phone-tabbed' : 'phone'}>
      <header className="phone-top">
        <SealMark />
        <span className="second unit-name">{from}</span>
        <span className="row row-end">
          {demo && <DemoTag />}
          {extra}
        </span>
      </header>
      <main>{children}</main>
      {tabs.length > 0 && (
        <nav className="tab-bar" aria-label="栏目">
          {tabs.map(tab => (
            <Anchor key={tab.path} href={tab.path} aria-current={tab === current ? 'page' : undefined}>
              <tab.icon />
              <span>{tab.label}</span>
            </Anchor>
          ))}
        </nav>
      )}
    </div>
  )
}
