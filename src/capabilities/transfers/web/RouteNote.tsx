import { Clause } from '../../../ui/Clause.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { Tone } from '../../../ui/palette.ts'
import type { CaseView } from '../contract.ts'
import type { RouteOutcome } from '../rules.ts'
import { clauseOf, gapWords, goesToWords, routeHeads, routeWords } from './route-words.ts'
import './answers.css'
import './desk.css'

const looks = {
  allow: { tone: 'green', glyph: 'check' },
  warn: { tone: 'ochre', glyph: 'ring' },
  refuse: { tone: 'red', glyph: 'cross' },
} as const satisfies Record<RouteOutcome, { tone: Tone; glyph: string }>

/** To the member: whether the plan lets it go there, in a line, with where that is written. */
export const RouteNote = ({ route }: { route: CaseView['route'] }) => {
  if (!route) return null
  const { outcome, reason } = route
  return (
    <div className={`route-note route-${outcome}`} role={outcome === 'refuse' ? 'alert' : undefined}>
      <p>
        <Mark {...looks[outcome]}>{routeWords[reason]}</Mark>
      </p>
      {outcome !== 'allow' && <p className="second">方案的去路：{goesToWords(route)}</p>}
      <Clause {...clauseOf(route)} />
    </div>
  )
}

/** To the checkers, beside the decision on paper. */
export const RouteSection = ({ route }: { route: CaseView['route'] }) => {
  if (!route) return null
  return (
    <section className="decide" aria-labelledby="route-title">
      <header>
        <span className="second">按方案判断</span>
        <Clause {...clauseOf(route)} />
      </header>
      <h2 id="route-title">
        <Mark {...looks[route.outcome]}>{routeHeads[route.outcome]}</Mark>
      </h2>
      <p>{routeWords[route.reason]}。</p>
      <p className="second">方案的去路：{goesToWords(route)}</p>
    </section>
  )
}

export const GapNote = ({ gap }: { gap: CaseView['gap'] }) => gap && <p className="route-note route-warn">{gapWords(gap)}</p>
