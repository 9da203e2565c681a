import { AppstoreOutlined } from '@ant-design/icons'
import { useEffect, useRef } from 'react'
import { Anchor } from './Anchor.tsx'
import { handiest, type NavGroup, type NavItem } from './navigation.ts'
import { ShellNav } from './ShellNav.tsx'
import './tabbar.css'

const PLACES = 4

/** On a phone: four places in a bar, and all of them in a sheet. */
export const ShellSheet = ({ groups, current }: { groups: readonly NavGroup[]; current: NavItem | undefined }) => {
  const sheet = useRef<HTMLDialogElement>(null)
  const close = () => sheet.current?.close()
  const here = current?.path

  // Going anywhere closes it, also by the browser's own back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is the reason to run
  useEffect(close, [here])

  return (
    <>
      <nav className="tab-bar shell-tabs" aria-label="常用">
        {handiest(groups, PLACES).map(item => (
          <Anchor key={item.path} href={item.path} aria-current={item.path === here ? 'page' : undefined}>
            <item.icon />
            <span>{item.label}</span>
          </Anchor>
        ))}
        <button type="button" onClick={() => sheet.current?.showModal()} aria-haspopup="dialog">
          <AppstoreOutlined />
          <span>全部</span>
        </button>
      </nav>
      <dialog ref={sheet} className="shell-sheet" aria-label="全部栏目" closedby="any">
        <ShellNav groups={groups} current={current} onGo={close} />
        <button type="button" className="link" onClick={close}>
          收起
        </button>
      </dialog>
    </>
  )
}
