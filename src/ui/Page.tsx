import { Fragment, type ReactNode } from 'react'
import { Anchor } from './Anchor.tsx'
import { useTitle } from './useTitle.ts'
import './page.css'

/** The way here; the last one has no link. */
export type Crumb = { label: string; href?: string }

type PageProps = {
  title: string
  crumbs?: readonly Crumb[]
  /** A state or a few words beside the title. */
  note?: ReactNode
  actions?: ReactNode
  /** Tables and wizards take the full width. */
  wide?: boolean
  children: ReactNode
}

const Crumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav className="page-crumbs" aria-label="所在位置">
    {crumbs.map((crumb, at) => (
      <Fragment key={crumb.label}>
        {at > 0 && <span aria-hidden="true">/</span>}
        {crumb.href ? <Anchor href={crumb.href}>{crumb.label}</Anchor> : <span aria-current="page">{crumb.label}</span>}
      </Fragment>
    ))}
  </nav>
)

/** The head stands still while the data loads. */
export const Page = ({ title, crumbs, note, actions, wide = false, children }: PageProps) => {
  useTitle(title)
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <header className="page-head">
        <h1>{title}</h1>
        {note && <div className="page-note">{note}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
