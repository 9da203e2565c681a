import type { ReactNode } from 'react'
import './state.css'

/** Nothing here yet: says so, and what to do next. */
export const EmptyState = ({ title, next, action }: { title: string; next?: ReactNode; action?: ReactNode }) => (
  <div className="state">
    <p className="state-title">{title}</p>
    {next && <p className="second">{next}</p>}
    {action && <div className="state-action">{action}</div>}
  </div>
)
