import type { ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import { Brand } from './Brand.tsx'
import { currentItem, type NavGroup } from './navigation.ts'
import { ShellNav } from './ShellNav.tsx'
import { ShellSheet } from './ShellSheet.tsx'
import { ShellTop, type ShellTopProps } from './ShellTop.tsx'
import { useTight } from './useMedia.ts'
import './shell.css'

type ShellProps = {
  groups: readonly NavGroup[]
  /** The path one stands at. */
  place: string
  top: ShellTopProps
  /** Folded to icons, as wizards want it; it folds by itself when the window is narrow. */
  folded?: boolean
  children: ReactNode
}

/** The desk: navigation at the left, a bar on top, the page in the rest. */
export const Shell = ({ groups, place, top, folded = false, children }: ShellProps) => {
  const current = currentItem(groups, place)
  const tight = useTight()
  const icons = folded || tight
  return (
    <div className={icons ? 'shell shell-folded' : 'shell'}>
      <a className="shell-skip" href="#main">
        跳到正文
      </a>
      <nav className="shell-nav" aria-label="栏目">
        <div className="shell-rail">
          <Anchor className="shell-home" href="/" title="回到首页">
            <Brand />
          </Anchor>
          <ShellNav groups={groups} current={current} icons={icons} />
        </div>
      </nav>
      <div className="shell-body">
        <ShellTop {...top} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <ShellSheet groups={groups} current={current} />
    </div>
  )
}
