import type { ClauseId } from '../../plans/rules.ts'
import type { CellState, ReturnTask } from '../../submissions/rules.ts'

/** Where an item of the checklist comes from: kept here already, or brought by units or the office as files. */
export const sources = ['returns', 'letters', 'education', 'notices', 'dossiers', 'news', 'unit-files', 'office-files'] as const
export type Source = (typeof sources)[number]

const sourceOfKey: Readonly<Record<string, Source>> = {
  roster: 'returns',
  register: 'returns',
  delayed: 'returns',
  stubs: 'letters',
  education: 'education',
  notice: 'notices',
  dossiers: 'dossiers',
  news: 'news',
}

/** An item that the plan adds is brought by the units. */
export const sourceOf = (key: string): Source => sourceOfKey[key] ?? 'unit-files'

export const lacks = [
  'not-submitted',
  'not-accepted',
  'sent-back',
  'receipts-open',
  'no-activity',
  'no-notice',
  'not-acknowledged',
  'not-received',
  'no-news',
  'no-file',
] as const
export type Lack = (typeof lacks)[number]

export interface UnitFacts {
  unitId: string
  unitName: string
  returns: Readonly<Record<ReturnTask, CellState>>
  activities: number
  /** Notices that it has not signed for. */
  unacknowledged: number
  /** Party files that the archive office has not yet received. */
  dossiersOpen: number
  /** Drafts handed to the publicity office. */
  news: number
  /** Checklist key → files brought. */
  files: Readonly<Record<string, number>>
}

export interface ArchiveFacts {
  units: readonly UnitFacts[]
  /** The office itself; null where the reader looks at one unit only. */
  office: Pick<UnitFacts, 'unitId' | 'unitName' | 'files'> | null
  letters: { issued: number; open: number }
  /** Issued and not taken back. */
  notices: number
}

export type Entry = { key: string; name: string; required: boolean; clause: ClauseId }
export type Missing = { unitId: string; unitName: string; lack: Lack; count: number | null }
export type ItemStanding = Entry & { source: Source; have: number; missing: Missing[]; complete: boolean }

const lackOfState: Record<CellState, Lack | null> = {
  none: 'not-submitted',
  submitted: 'not-accepted',
  returned: 'sent-back',
  accepted: null,
}

type Found = { have: number; missing: Missing[] }
type Holder = { unitId: string; unitName: string }

const missingAt = <Unit extends Holder>(units: readonly Unit[], lackOf: (unit: Unit) => Lack | null): Found => {
  const missing = units.flatMap(unit => {
    const lack = lackOf(unit)
    return lack ? [{ unitId: unit.unitId, unitName: unit.unitName, lack, count: null }] : []
  })
  return { have: units.length - missing.length, missing }
}

const counted = <Unit extends Holder>(units: readonly Unit[], lack: Lack, countOf: (unit: Unit) => number): Found => {
  const missing = units.flatMap(unit => {
    const count = countOf(unit)
    return count > 0 ? [{ unitId: unit.unitId, unitName: unit.unitName, lack, count }] : []
  })
  return { have: units.length - missing.length, missing }
}

const lookers: Record<Source, (facts: ArchiveFacts, key: string) => Found> = {
  returns: ({ units }, key) => missingAt(units, unit => lackOfState[unit.returns[key as ReturnTask]]),
  education: ({ units }) => missingAt(units, unit => (unit.activities > 0 ? null : 'no-activity')),
  notices: ({ units, office, notices }) => {
    const found = counted(units, 'not-acknowledged', ({ unacknowledged }) => unacknowledged)
    const none =
      office && notices === 0 ? [{ unitId: office.unitId, unitName: office.unitName, lack: 'no-notice' as const, count: null }] : []
    return { have: notices, missing: [...none, ...found.missing] }
  },
  news: ({ units }, key) => missingAt(units, unit => (unit.news > 0 || unit.files[key] ? null : 'no-news')),
  dossiers: ({ units }) => counted(units, 'not-received', ({ dossiersOpen }) => dossiersOpen),
  'unit-files': ({ units }, key) => missingAt(units, unit => (unit.files[key] ? null : 'no-file')),
  'office-files': ({ office }, key) => missingAt(office ? [office] : [], unit => (unit.files[key] ? null : 'no-file')),
  letters: ({ office, letters }) => ({
    have: letters.issued,
    missing:
      office && letters.open > 0 ? [{ unitId: office.unitId, unitName: office.unitName, lack: 'receipts-open', count: letters.open }] : [],
  }),
}

/** Item by item, in the plan's order. An archive can be made at any time; this says what it would lack. */
export const standingOfItems = (checklist: readonly Entry[], facts: ArchiveFacts): ItemStanding[] =>
  checklist.map(entry => {
    const source = sourceOf(entry.key)
    const found = lookers[source](facts, entry.key)
    return { ...entry, source, ...found, complete: found.missing.length === 0 }
  })

/** Required items that something is missing from. */
export const owed = (items: readonly ItemStanding[]) => items.filter(({ required, complete }) => required && !complete)
