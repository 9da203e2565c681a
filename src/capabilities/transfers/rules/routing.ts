/** Whether a relation of this destination may go to this receiver: the plan's routes as tables, the decision with its clause. */
import { type AddresseeKind, addresseeKinds, checkAddressee } from '../../letters/rules.ts'
import type { ClauseId, DestinationRule, Route } from '../../plans/rules.ts'

/** What the dictionary says of a receiver; of a name that it does not know, what the name itself says. */
export type Receiver = { name: string; kind: AddresseeKind | null; division: string | null; known: boolean }

export type RouteFacts = {
  /** The wish to stay at the school. */
  stay: boolean
  receiver: Receiver | null
  /** As answered: where the receiver lies, and where the household is. */
  place: string | null
  household: string | null
}

export const routeReasons = [
  'stays',
  'within-school',
  'fits',
  'explained',
  'kind-doubtful',
  'kind-unknown',
  'kind-elsewhere',
  'branch-named',
  'place-differs',
  'other-county',
  'other-province',
  'may-not-stay',
] as const
export type RouteReason = (typeof routeReasons)[number]

export type RouteOutcome = 'allow' | 'warn' | 'refuse'

/** `goesTo`: where the plan lets it go; `route`: the one that fits. */
export type RouteDecision = {
  outcome: RouteOutcome
  reason: RouteReason
  clause: ClauseId
  basis: string | null
  route: Route | null
  goesTo: Route[]
}

type Kinds = { fit: readonly AddresseeKind[]; doubtful: readonly AddresseeKind[] }

const everyUnit: readonly AddresseeKind[] = ['organisation-department', 'work-committee', 'state-enterprise', 'university', 'system']
// A county's 组织部 takes letters for its streets and townships.
const locality: Kinds = {
  fit: ['township', 'talent-service', 'organisation-department', 'work-committee'],
  doubtful: ['state-enterprise', 'system'],
}

/** Who receives on each route; a kind in neither list is not who the plan means. Null: nobody outside receives. */
const receivers: Record<Route, Kinds | null> = {
  // A small firm's branch may hang under its street: then the street is right.
  unit: { fit: everyUnit, doubtful: ['township', 'talent-service', 'army'] },
  'unit-locality': locality,
  'residence-locality': locality,
  'household-talent-service': { fit: ['talent-service'], doubtful: ['organisation-department'] },
  'household-locality': { fit: ['township', 'organisation-department'], doubtful: ['work-committee'] },
  'new-school': {
    fit: ['university', 'work-committee', 'organisation-department', 'system'],
    doubtful: ['state-enterprise', 'army'], // graduate schools of enterprises, military academies
  },
  'sending-unit': { fit: everyUnit, doubtful: ['township', 'talent-service', 'army'] },
  'military-political-department': { fit: ['army'], doubtful: [] },
  'receiving-place': { fit: [...everyUnit, 'township'], doubtful: ['talent-service', 'army'] },
  explained: { fit: addresseeKinds, doubtful: [] },
  'same-school': null,
  stay: null,
}

const ofHousehold: readonly Route[] = ['household-talent-service', 'household-locality']

const PROVINCE = 2
const CITY = 4

const reaches = (division: string, household: string): boolean => {
  const bare = division.slice(0, 6).replace(/(?:00)+$/, '')
  return household.startsWith(bare) || division.slice(0, CITY) === household.slice(0, CITY)
}

type Judged = { outcome: RouteOutcome; reason: RouteReason }

/** D10: the household decides where. The county's city may receive for it. */
const ofPlace = (route: Route, { receiver, place, household }: RouteFacts): Judged | null => {
  const division = receiver?.division ?? place
  if (receiver?.division && place && receiver.division.slice(0, PROVINCE) !== place.slice(0, PROVINCE))
    return { outcome: 'warn', reason: 'place-differs' }
  if (!ofHousehold.includes(route) || !division || !household || reaches(division, household)) return null
  return division.slice(0, PROVINCE) === household.slice(0, PROVINCE)
    ? { outcome: 'warn', reason: 'other-county' }
    : { outcome: 'refuse', reason: 'other-province' }
}

const graver: Record<RouteOutcome, number> = { allow: 0, warn: 1, refuse: 2 }

const onRoute = (route: Route, facts: RouteFacts): (Judged & { route: Route }) | null => {
  const { kind } = facts.receiver!
  const kinds = receivers[route]
  if (!kinds || !kind) return null
  const fits = kinds.fit.includes(kind)
  if (!fits && !kinds.doubtful.includes(kind)) return null
  const placed = ofPlace(route, facts)
  const judged: Judged = fits ? { outcome: 'allow', reason: 'fits' } : { outcome: 'warn', reason: 'kind-doubtful' }
  return { ...(placed && graver[placed.outcome] >= graver[judged.outcome] ? placed : judged), route }
}

const judge = (facts: RouteFacts, goesTo: readonly Route[]): (Judged & { route: Route | null }) | null => {
  const { receiver, stay } = facts
  if (stay && goesTo.includes('stay')) return { outcome: 'allow', reason: 'stays', route: 'stay' }
  if (goesTo.includes('same-school')) return { outcome: 'allow', reason: 'within-school', route: 'same-school' }
  if (goesTo.every(route => route === 'stay')) return { outcome: 'allow', reason: 'stays', route: 'stay' }
  if (!receiver) return stay ? { outcome: 'refuse', reason: 'may-not-stay', route: null } : null
  if (checkAddressee(receiver.name).some(({ reason }) => reason === 'branch-cannot-receive'))
    return { outcome: 'refuse', reason: 'branch-named', route: null }
  if (goesTo.includes('explained')) return { outcome: 'warn', reason: 'explained', route: 'explained' }
  if (!receiver.kind) return { outcome: 'warn', reason: 'kind-unknown', route: null }
  const found = goesTo.flatMap(route => onRoute(route, facts) ?? []).sort((a, b) => graver[a.outcome] - graver[b.outcome])
  // What only the name tells may be told wrongly: a person looks.
  return found[0] ?? { outcome: receiver.known ? 'refuse' : 'warn', reason: 'kind-elsewhere', route: null }
}

/** Null while there is nothing to decide on: no receiver is named. The first route of the plan that fits best. */
export const decideRoute = (facts: RouteFacts, { goesTo, clause, basis = '' }: DestinationRule): RouteDecision | null => {
  const judged = judge(facts, goesTo)
  return judged && { ...judged, clause, basis: basis || null, goesTo: [...goesTo] }
}

// In this order: 某某街道人才服务中心 is a talent service, 某某大学人才中心 too.
const named: readonly (readonly [AddresseeKind, RegExp])[] = [
  ['army', /政治工作部|政治工作处|政治工作局|政治部|政治处|部队/],
  ['talent-service', /人才/],
  ['township', /街道|[镇乡](?:委员会|党委)|镇党委|乡党委|社区/],
  ['work-committee', /工作委员会|工委/],
  ['university', /大学|学院|学校/],
  ['state-enterprise', /公司|集团|银行|厂/],
  ['organisation-department', /[省市区县州盟旗]委.*组织部|委员会组织部/],
  ['system', /研究院|研究所|医院|局党|厅党|机关/],
]

/** What a name says of itself, where the dictionary does not know it. */
export const kindByName = (name: string): AddresseeKind | null => named.find(([, pattern]) => pattern.test(name))?.[0] ?? null
