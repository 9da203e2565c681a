import { Anchor } from '../../../ui/Anchor.tsx'
import { useNarrow, useTight } from '../../../ui/useMedia.ts'
import type { TodayView } from '../contract.ts'
import { daysTo, shortDay, spanOf } from './days.ts'
import { Fold } from './Fold.tsx'
import { characterWidth, namesInWords, type Phase, type Placed, phasesOf, placed, pointsOf } from './seasonPoints.ts'
import './season.css'

const LANE = 64

const Label = ({ point }: { point: Placed }) => (
  <li className={`season-point season-${point.kind}${point.toLeft ? ' season-left' : ''}`} style={{ left: `${point.at}%` }}>
    <div className="season-label" style={{ bottom: 20 + point.lane * LANE }} title={point.names.join('、')}>
      <time className="fine">{shortDay(point.day)}</time>
      <b>{namesInWords(point.names)}</b>
      <span className="second">{point.says}</span>
    </div>
    {point.lane > 0 && <span className="season-stem" style={{ height: 18 + point.lane * LANE }} />}
    <i aria-hidden="true" />
  </li>
)

const Bar = ({ phase, at }: { phase: Phase; at: (day: string) => number }) => (
  <li className="phase" style={{ marginLeft: `${at(phase.from)}%`, width: `${at(phase.to) - at(phase.from)}%` }}>
    <i style={{ width: `${phase.percent}%` }} aria-hidden="true" />
    <span>{phase.name}</span>
    <span className="second">{phase.says}</span>
  </li>
)

const Axis = ({ view }: { view: TodayView }) => {
  const points = pointsOf(view)
  const { from, length } = spanOf(points.map(({ day }) => day))
  const at = (day: string) => Math.min(100, Math.max(0, (daysTo(from, day) / length) * 100))
  const labels = placed(points, at, useTight() ? characterWidth.tight : characterWidth.wide)
  const lanes = Math.max(...labels.map(({ lane }) => lane)) + 1
  const today = { left: `${at(view.today)}%` }
  return (
    <div className="season">
      <ol className="season-axis" style={{ height: 44 + lanes * LANE }}>
        {labels.map(point => (
          <Label key={point.day} point={point} />
        ))}
      </ol>
      <ul className="phases">
        {phasesOf(view).map(phase => (
          <Bar key={phase.name} phase={phase} at={at} />
        ))}
      </ul>
      <div className="season-today" style={today}>
        <span>今天 {shortDay(view.today)}</span>
      </div>
    </div>
  )
}

/** On a phone the season is a list of its days. */
const Days = ({ view }: { view: TodayView }) => (
  <ol className="season-days">
    {pointsOf(view).map(({ day, names, kind, says }) => (
      <li key={day} className={`season-${kind}`}>
        <time>{shortDay(day)}</time>
        <span>{names.join('、')}</span>
        <span className="second">{says}</span>
      </li>
    ))}
  </ol>
)

/** The days of the plan with today's line, and how far what runs has come. */
export const Season = ({ view }: { view: TodayView }) => {
  const narrow = useNarrow()
  if (view.milestones.length === 0) return null
  return (
    <Fold
      id="season"
      title="本届进度"
      note="节点日期取自本届工作方案"
      extra={
        <Anchor className="link" href="/plan">
          打开方案
        </Anchor>
      }
    >
      {narrow ? <Days view={view} /> : <Axis view={view} />}
    </Fold>
  )
}
