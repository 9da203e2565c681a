import type { ReactNode } from 'react'
import './state.css'

type ErrorStateProps = {
  /** What happened. */
  title: string
  /** What was kept. */
  kept?: ReactNode
  /** What to do. */
  next?: ReactNode
  onRetry?: (() => void) | undefined
}

export const ErrorState = ({ title, kept, next, onRetry }: ErrorStateProps) => (
  <div className="state" role="alert">
    <p className="state-title t-red">{title}</p>
    {kept && <p>{kept}</p>}
    {next && <p className="second">{next}</p>}
    {onRetry && (
      <div className="state-action">
        <button type="button" className="state-retry" onClick={onRetry}>
          再试一次
        </button>
      </div>
    )}
  </div>
)
