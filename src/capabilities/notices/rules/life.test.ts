import { describe, expect, test } from 'vitest'
import { FILE_BYTES, type FileRefusal, MOST_FILES, mayHang, readAttachment } from './files.ts'
import {
  mayAmend,
  mayStep,
  type NoticeFacts,
  type NoticeState,
  type NoticeStep,
  noticeStates,
  noticeSteps,
  type StepRefusal,
  stepsOf,
} from './life.ts'

const facts = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({ state: 'draft', issuer: true, blank: [], units: 12, ...change })
const said = (decision: { allowed: boolean; reason?: string }) => (decision.allowed ? 'yes' : decision.reason)

describe('the life of a notice', () => {
  const open: Record<NoticeState, readonly NoticeStep[]> = {
    draft: ['change', 'drop', 'issue'],
    issued: ['withdraw'],
    withdrawn: [],
  }
  test.each(noticeStates)('%s', state => expect(stepsOf(facts({ state }))).toEqual(open[state]))
  test.each(noticeSteps)('nobody else’s: %s', step => expect(said(mayStep(facts({ issuer: false }), step, '错'))).toBe('not-issuer'))

  test.each<[string, Partial<NoticeFacts>, NoticeStep, string, 'yes' | StepRefusal]>([
    ['issued whole', {}, 'issue', '', 'yes'],
    ['without a contact', { blank: ['contactName'] }, 'issue', '', 'incomplete'],
    ['to nobody', { units: 0 }, 'issue', '', 'nobody'],
    ['twice', { state: 'issued' }, 'issue', '', 'wrong-state'],
    ['written while it lacks much', { blank: ['title', 'text'] }, 'change', '', 'yes'],
    ['changed after it went out', { state: 'issued' }, 'change', '', 'wrong-state'],
    ['taken back for a reason', { state: 'issued' }, 'withdraw', '日期有误', 'yes'],
    ['taken back without a word', { state: 'issued' }, 'withdraw', '  ', 'reason-missing'],
    ['taken back twice', { state: 'withdrawn' }, 'withdraw', '日期有误', 'wrong-state'],
  ])('%s', (_, change, step, reason, expected) => expect(said(mayStep(facts(change), step, reason))).toBe(expected))

  test('a correction is of what was issued', () => expect(noticeStates.filter(mayAmend)).toEqual(['issued', 'withdrawn']))
})

describe('attachments', () => {
  test.each<[NoticeState, boolean, number, string]>([
    ['draft', true, 0, 'yes'],
    ['draft', true, MOST_FILES - 1, 'yes'],
    ['draft', true, MOST_FILES, 'too-many'],
    ['issued', true, 0, 'wrong-state'],
    ['withdrawn', true, 0, 'wrong-state'],
    ['draft', false, 0, 'not-issuer'],
  ])('%s, issuer %s, %i there', (state, issuer, kept, expected) => expect(said(mayHang({ state, issuer }, kept))).toBe(expected))

  test.each<[string, Uint8Array, 'yes' | FileRefusal]>([
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'yes'],
    ['nothing', new Uint8Array(), 'empty'],
    ['too much', new Uint8Array(FILE_BYTES + 1), 'too-large'],
    ['words', new TextEncoder().encode('附件'), 'not-that-kind'],
    ['old Office', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'old-office'],
  ])('%s', (_, bytes, expected) => expect(said(readAttachment(bytes))).toBe(expected))
})
