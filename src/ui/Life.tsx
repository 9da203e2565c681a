import './life.css'

export type LifeStep = { label: string; note?: string | undefined; at: 'done' | 'now' | 'ahead' }

const said: Record<LifeStep['at'], string> = { done: '已完成', now: '当前', ahead: '未到' }

/** The steps of one case from left to right; on a phone from top to bottom. */
export const Life = ({ steps, label }: { steps: readonly LifeStep[]; label: string }) => (
  <ol className="life" aria-label={label}>
    {steps.map(step => (
      <li key={step.label} className={`life-${step.at}`} aria-current={step.at === 'now' ? 'step' : undefined}>
        <i aria-hidden="true" />
        <span>
          {step.label}
          <span className="only-read">，{said[step.at]}</span>
        </span>
        <em>{step.note}</em>
      </li>
    ))}
  </ol>
)
