import type { ReactNode } from 'react'
import { useTitle } from './useTitle.ts'
import './phone.css'

/** The page of a phone: a greeting or a title, one line, then `Section`s in the order of need. */
export const PhonePage = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => {
  useTitle(title)
  return (
    <div className="phone-page">
      <h1>{title}</h1>
      {lead && <p className="phone-lead">{lead}</p>}
      {children}
    </div>
  )
}
