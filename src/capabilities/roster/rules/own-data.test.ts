import { describe, expect, test } from 'vitest'
import { rosterFields } from '../rules.ts'
import {
  decideProposal,
  EVIDENCE_BYTES,
  EVIDENCE_FILES,
  lastWordOn,
  mayBringEvidence,
  type OwnField,
  ownFields,
  type ProposedField,
  sortCorrections,
} from './own-data.ts'

const held = {
  ...(Object.fromEntries(ownFields.map(field => [field, ''])) as Record<OwnField, string>),
  name: '安宁',
  major: '英语',
  membership: '预备',
  confirmedOn: '2023-05-20',
  phone: '19000000001',
  branch: '英语第一党支部',
}
const proposed = (field: OwnField, after: string, before = held[field]): ProposedField => ({ field, before, after })

describe('the last word', () => {
  test('is settled for every field of 附件1, and for nothing else', () => {
    expect([...ownFields].sort()).toEqual(rosterFields.map(({ key }) => key).sort())
  })
  test.each<[string, OwnField[]]>([
    ['member', ['phone', 'email', 'homeAddress', 'secondContact', 'secondContactPhone', 'secondContactRelation']],
    ['party', ['branch', 'relationAtSchool', 'remark']],
  ])('is the %s’s on these alone', (word, fields) => {
    expect(ownFields.filter(field => lastWordOn[field] === word).sort()).toEqual([...fields].sort())
  })
})

describe('corrections', () => {
  test.each<[string, Record<string, string>, ProposedField[], object]>([
    ['a way to be reached counts at once', { phone: '19000000002' }, [], { atOnce: { phone: '19000000002' }, waits: {}, open: [] }],
    ['the rest waits', { name: '安 宁' }, [], { atOnce: {}, waits: { name: '安 宁' }, open: [proposed('name', '安 宁')] }],
    [
      'both at once, in the order of the page',
      { phone: '19000000002', major: '法语', name: '单宁' },
      [],
      {
        atOnce: { phone: '19000000002' },
        waits: { major: '法语', name: '单宁' },
        open: [proposed('name', '单宁'), proposed('major', '法语')],
      },
    ],
    ['what is emptied is a correction', { major: ' ' }, [], { atOnce: {}, waits: { major: '' }, open: [proposed('major', '')] }],
    ['what reads the same is none', { name: ' 安宁 ', major: '法语' }, [], { waits: { major: '法语' }, open: [proposed('major', '法语')] }],
    [
      'what is open and not named stays open',
      { major: '法语' },
      [proposed('name', '单宁')],
      { waits: { major: '法语' }, open: [proposed('name', '单宁'), proposed('major', '法语')] },
    ],
    [
      'what is open and named again is replaced, and so is what it was before',
      { name: '单一宁' },
      [proposed('name', '单宁', '旧名')],
      { open: [proposed('name', '单一宁')] },
    ],
    [
      'the day of 转正 counts beside 正式, though the probation ended on it',
      { membership: '正式', confirmedOn: '2023-05-20' },
      [],
      { waits: { membership: '正式', confirmedOn: '2023-05-20' } },
    ],
    ['and alone it is none', { confirmedOn: '2023-05-20', name: '单宁' }, [], { waits: { name: '单宁' } }],
    ['what is set back is taken out', { name: '安宁' }, [proposed('name', '单宁')], { waits: {}, open: [] }],
  ])('%s', (_, asked, open, sorted) => {
    expect(sortCorrections(held, asked, open)).toMatchObject({ allowed: true, value: sorted })
  })

  test.each<[string, Record<string, string>, string]>([
    ['the branch is no correction', { branch: '英语第二党支部' }, 'not-yours'],
    ['nor is whether the relation is here', { relationAtSchool: '否' }, 'not-yours'],
    ['nor what the form does not have', { outcome: '结业' }, 'not-yours'],
    ['one that may not be refuses all', { name: '单宁', remark: '无' }, 'not-yours'],
    ['nothing', {}, 'nothing-changed'],
    ['nothing but what is held', { name: '安宁', phone: '19000000001' }, 'nothing-changed'],
  ])('%s', (_, asked, reason) => expect(sortCorrections(held, asked)).toEqual({ allowed: false, reason }))
})

describe('a proposal', () => {
  const facts = { state: 'open', fields: ['name', 'major'], own: false } as const
  test.each<[string, string[], string | undefined, object]>([
    ['all of it', ['name', 'major'], undefined, { state: 'accepted', accepted: ['name', 'major'], refused: [] }],
    ['a part of it', ['major'], '姓名与证件不符', { state: 'partly', accepted: ['major'], refused: ['name'] }],
    ['none of it', [], '与档案不符', { state: 'refused', accepted: [], refused: ['name', 'major'] }],
  ])('is decided: %s', (_, accept, reason, value) => expect(decideProposal(facts, { accept, reason })).toEqual({ allowed: true, value }))

  test.each<[string, Partial<typeof facts> | object, string[], string | undefined, string]>([
    ['nobody decides their own', { own: true }, ['name', 'major'], undefined, 'own'],
    ['one that is decided', { state: 'refused' }, ['name'], '再看一遍', 'closed'],
    ['one that was withdrawn', { state: 'withdrawn' }, ['name', 'major'], undefined, 'closed'],
    ['what was never proposed', {}, ['name', 'phone'], undefined, 'not-in-it'],
    ['a part without a reason', {}, ['name'], undefined, 'reason-missing'],
    ['none without a reason', {}, [], '  ', 'reason-missing'],
  ])('is not decided: %s', (_, more, accept, reason, refusal) =>
    expect(decideProposal({ ...facts, ...more }, { accept, reason })).toEqual({ allowed: false, reason: refusal }),
  )
})

describe('evidence', () => {
  const starting = (...head: number[]) => Uint8Array.from([...head, ...Array<number>(20).fill(1)])
  test.each<[string, Uint8Array, string]>([
    ['a photograph', starting(0xff, 0xd8, 0xff), 'image/jpeg'],
    ['a picture of the screen', starting(0x89, 0x50, 0x4e, 0x47), 'image/png'],
    ['a PDF', starting(0x25, 0x50, 0x44, 0x46), 'application/pdf'],
  ])('is %s', (_, bytes, value) => expect(mayBringEvidence({ bytes, waiting: EVIDENCE_FILES - 1 })).toEqual({ allowed: true, value }))
  test.each<[string, Uint8Array, number, string]>([
    ['nothing', new Uint8Array(), 0, 'empty'],
    ['a page of the web', new TextEncoder().encode('<html><script>'), 0, 'not-that-kind'],
    ['a program', starting(0x4d, 0x5a), 0, 'not-that-kind'],
    ['one byte too many', new Uint8Array(EVIDENCE_BYTES + 1), 0, 'too-large'],
    ['a fourth one', starting(0xff, 0xd8, 0xff), EVIDENCE_FILES, 'too-many'],
  ])('is not %s', (_, bytes, waiting, reason) => expect(mayBringEvidence({ bytes, waiting })).toEqual({ allowed: false, reason }))
})
