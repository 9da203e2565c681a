import type { CSSProperties } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import type { TodayView } from '../contract.ts'
import type { Stage } from '../rules.ts'
import { Fold } from './Fold.tsx'
import { stageWords } from './words.ts'

/** Who waits to reach the stage. */
const waitingAt: Record<Stage, string> = {
  due: '/roster',
  reported: '/transfers?term=unreported',
  'branch-verified': '/transfers?state=branch-check',
  'secondary-verified': '/transfers?state=secondary-check',
  'fed-back': '/transfers?state=office-check',
  sent: '/transfers?state=to-start',
  received: '/transfers?term=in-transit',
}

const staying = ({ equation }: TodayView, due: number) => equation.whole - due

/** Straight bars: how many have come so far, and who holds the others. */
export const Funnel = ({ view }: { view: TodayView }) => {
  const most = view.funnel[0]?.count ?? 0
  return (
    <Fold id="funnel" title="接转进度" note={`应转出 ${most} 人`}>
      <ol className="funnel">
        {view.funnel.map(({ stage, count, waiting }, at) => (
          <li key={stage}>
            <span>{stageWords[stage].name}</span>
            <span className="funnel-bar" aria-hidden="true">
              <i
                className={stage === 'received' ? 'funnel-end' : undefined}
                style={{ width: `${most ? (count / most) * 100 : 0}%`, '--step': at } as CSSProperties}
              />
            </span>
            <b>{count}</b>
            <span className="second">
              {stage === 'due' && staying(view, count) > 0 && `另 ${staying(view, count)} 人不转`}
              {stage !== 'due' && waiting > 0 && (
                <Anchor href={waitingAt[stage]}>
                  {waiting} {stageWords[stage].holds}
                </Anchor>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}
