/** Attachments of a notice: the forms that go out with it. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { attachmentMime } from '../../attachments/rules.ts'
import type { NoticeState } from './life.ts'

export const MOST_FILES = 20
export const FILE_BYTES = 20 * 1024 * 1024

export const fileRefusals = [
  'wrong-state',
  'not-issuer',
  'too-many',
  'empty',
  'too-large',
  'old-office',
  'macros',
  'not-that-kind',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** Attachments belong to what is issued, and come and go with the draft alone. */
export const mayHang = (
  { state, issuer }: { state: NoticeState; issuer: boolean },
  kept: number,
): Decision<true, 'wrong-state' | 'not-issuer' | 'too-many'> => {
  if (!issuer) return refuse('not-issuer')
  if (state !== 'draft') return refuse('wrong-state')
  return kept < MOST_FILES ? allow(true) : refuse('too-many')
}

/** The kind of a file that may be kept, by what it holds. */
export function readAttachment(bytes: Uint8Array): Decision<string, FileRefusal> {
  if (bytes.length === 0) return refuse('empty')
  return bytes.length > FILE_BYTES ? refuse('too-large') : attachmentMime(bytes)
}
