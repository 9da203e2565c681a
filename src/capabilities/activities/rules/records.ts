/** What stays of an activity (C1): who may write it down, and what may be kept with it. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { attachmentMime } from '../../attachments/rules.ts'
import type { ActivityFacts, ActivityState } from './life.ts'

export const fileKinds = ['photo', 'attachment'] as const
export type FileKind = (typeof fileKinds)[number]

export const MOST_FILES: Record<FileKind, number> = { photo: 30, attachment: 10 }
/** Of one upload, so that several photographs go together. */
export const FILE_BYTES = 20 * 1024 * 1024
export const MOST_CAPTION = 120

type Side = Pick<ActivityFacts, 'state' | 'holder'>

/** Minutes and photographs are of what took place; what is handed out may lie ready before. */
const open: Record<FileKind | 'minutes', readonly ActivityState[]> = {
  minutes: ['held', 'recorded'],
  photo: ['held', 'recorded'],
  attachment: ['draft', 'announced', 'held', 'recorded'],
}

export const writeRefusals = ['not-holder', 'wrong-state'] as const
export type WriteRefusal = (typeof writeRefusals)[number]

const byHolder = ({ state, holder }: Side, what: FileKind | 'minutes'): Decision<true, WriteRefusal> => {
  if (!holder) return refuse('not-holder')
  return open[what].includes(state) ? allow(true) : refuse('wrong-state')
}

export const mayWrite = (side: Side) => byHolder(side, 'minutes')

export const fileRefusals = [
  ...writeRefusals,
  'too-many',
  'empty',
  'too-large',
  'heic',
  'not-a-picture',
  'too-many-pixels',
  'broken',
  'old-office',
  'macros',
  'not-that-kind',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** How many more of this kind may come. */
export const mayKeep = (side: Side & { kept: number }, kind: FileKind): Decision<number, FileRefusal> => {
  const decision = byHolder(side, kind)
  if (!decision.allowed) return decision
  const room = MOST_FILES[kind] - side.kept
  return room > 0 ? allow(room) : refuse('too-many')
}

/** What hangs there wrongly is taken down in whatever state. */
export const mayTakeDown = ({ holder }: Pick<Side, 'holder'>): Decision<true, 'not-holder'> => (holder ? allow(true) : refuse('not-holder'))

export const mayBeLarge = (bytes: Uint8Array): Decision<true, FileRefusal> => {
  if (bytes.length === 0) return refuse('empty')
  return bytes.length > FILE_BYTES ? refuse('too-large') : allow(true)
}

/** The kind of an attachment that may be kept, by what it holds. */
export function readAttachment(bytes: Uint8Array): Decision<string, FileRefusal> {
  const size = mayBeLarge(bytes)
  return size.allowed ? attachmentMime(bytes) : size
}
