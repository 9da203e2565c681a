/** The steps of the living attempt, each with its day: one bar from 填报 to 办结. */
import type { LifeStep } from '../../../ui/Life.tsx'
import type { AttemptView, CaseView, EventView } from '../contract.ts'
import type { Method, ShownState, Step } from '../rules.ts'
import { shortDay } from './days.ts'

type Stage = 'fill' | 'branch' | 'secondary' | 'report' | 'office' | 'send' | 'out' | 'received' | 'closed'
type Facts = Pick<CaseView, 'state' | 'backTo' | 'events' | 'attempts' | 'dueOn'> & { person: Pick<CaseView['person'], 'secondaryName'> }

const stageOf: Record<Exclude<ShownState, 'sent-back'>, Stage> = {
  'to-fill': 'fill',
  withdrawn: 'fill',
  void: 'fill',
  'branch-check': 'branch',
  'secondary-check': 'secondary',
  verified: 'report',
  'office-check': 'office',
  'to-start': 'send',
  'to-issue': 'send',
  retained: 'send',
  deferred: 'send',
  internal: 'send',
  'in-transit': 'out',
  expired: 'out',
  rejected: 'out',
  answered: 'received',
  received: 'closed',
  closed: 'closed',
}

/** What takes the relation away, by the way it goes. */
const sendWords: Record<Method, string> = {
  system: '系统发起',
  paper: '开信',
  both: '发起、开信',
  retain: '保留',
  defer: '暂缓',
  internal: '新支部接收',
}

const endedBy: Record<Stage, readonly Step[]> = {
  fill: ['fill', 'mend', 'approve'],
  branch: ['branch-verify'],
  secondary: ['secondary-verify'],
  report: ['submit-register'],
  office: ['pass'],
  send: ['start', 'hand-out', 'confirm-internal'],
  out: ['accept', 'answer'],
  received: ['accept'],
  closed: ['close'],
}

const goesOut = (method: Method | null) => method === null || method === 'system' || method === 'paper' || method === 'both'

const stagesOf = (method: Method | null, direct: boolean): Stage[] => [
  'fill',
  'branch',
  ...(direct ? [] : ['secondary' as const]),
  'report',
  'office',
  'send',
  ...(goesOut(method) ? (['out', 'received', 'closed'] as const) : method === 'internal' ? (['closed'] as const) : []),
]

const labelOf = (stage: Stage, method: Method | null): string => {
  const labels: Record<Stage, string> = {
    fill: '填报',
    branch: '支部核',
    secondary: '总支核',
    report: '报送',
    office: '组织部核',
    send: method ? sendWords[method] : '发起或开信',
    out: '在途',
    received: '接收',
    closed: '办结',
  }
  return labels[stage]
}

const hereOf = ({ state, backTo }: Facts): Stage | null => {
  if (state === null) return null
  if (state !== 'sent-back') return stageOf[state]
  return backTo === 'branch' || backTo === 'secondary' ? backTo : 'fill'
}

const gone: readonly EventView['to'][] = ['void', 'withdrawn']

/** How far an attempt came that another has replaced. */
const reachedBy = (events: readonly EventView[]): Stage => {
  const last = events.find(({ to }) => !gone.includes(to))?.to ?? 'to-fill'
  return last === 'sent-back' ? 'fill' : stageOf[last]
}

/** An attempt that is history: as far as it came, and the day on which it ended. */
const pastLife = (attempt: AttemptView, { events, person }: Facts): LifeStep[] => {
  const own = events.filter(({ attemptId }) => attemptId === attempt.id)
  const stages = stagesOf(attempt.method, person.secondaryName === null)
  const at = stages.indexOf(reachedBy(own))
  return stages.map((stage, place) => {
    const end = own.find(({ step }) => (endedBy[stage] as readonly string[]).includes(step))?.on
    const stopped = place === at && attempt.endedOn ? `止于 ${shortDay(attempt.endedOn, attempt.beganAt)}` : undefined
    return {
      label: labelOf(stage, attempt.method),
      at: place > at || (place === at && !end) ? 'ahead' : 'done',
      note: stopped ?? (end && shortDay(end, attempt.beganAt)),
    }
  })
}

/** Of the attempt that is asked for, or the living one. Empty for people who have no transfer. */
export const lifeOf = (view: Facts, asked?: AttemptView): LifeStep[] => {
  if (asked && !asked.living) return pastLife(asked, view)
  const here = hereOf(view)
  const living = view.attempts.find(attempt => attempt.living)
  if (here === null) return []
  const dayOf = (day: string) => shortDay(day, living?.beganAt)
  const method = living?.method ?? null
  const stages = stagesOf(method, view.person.secondaryName === null)
  const at = stages.indexOf(here)
  const events = view.events.filter(event => event.attemptId === living?.id)
  const endOf = (stage: Stage) => events.find(event => (endedBy[stage] as readonly string[]).includes(event.step))?.on
  const ahead = (stage: Stage) => (stage === 'received' && living?.expectedOn ? `预计 ${dayOf(living.expectedOn)}` : undefined)
  const now = () => {
    if (view.dueOn) return `${dayOf(view.dueOn)} 前`
    const since = events[0]?.on
    return since && `${dayOf(since)} 起`
  }
  return stages.map((stage, place) => {
    const done = place < at || view.state === 'closed'
    const end = done ? endOf(stage) : undefined
    return {
      label: labelOf(stage, method),
      at: done ? 'done' : place === at ? 'now' : 'ahead',
      note: done ? end && dayOf(end) : place === at ? now() : ahead(stage),
    }
  })
}
