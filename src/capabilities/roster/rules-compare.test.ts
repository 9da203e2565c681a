import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { compareRoster, type RosterEntry, type RosterRow } from './rules.ts'

const lin: RosterEntry = {
  studentNumber: '2019020001',
  name: '林一',
  sex: 'male',
  ethnicGroup: '01',
  bornOn: day('2001-05-03'),
  idType: 'resident-id',
  idNumber: '449901200108204673',
  nativePlace: '广东广州',
  registeredAt: null,
  education: 'bachelor',
  degree: null,
  college: '外国语学院',
  major: '英语',
  className: null,
  joinedOn: day('2022-05-20'),
  confirmedOn: null,
  membership: 'probationary',
  partyPost: null,
  introducers: null,
  phone: '13800138000',
  secondContact: { name: '林父', phone: '13900139000', relation: '父亲' },
  email: null,
  homeAddress: null,
  duesPaidTo: '2023-05',
  relationAtSchool: true,
  remark: null,
  branch: '英语第一党支部',
}
const wu: RosterEntry = { ...lin, studentNumber: '2019020002', name: '吴二', idNumber: '449901199901114715' }
const row = (entry: Partial<RosterRow>): RosterRow => ({ ...lin, row: 5, standing: 'ready', ...entry })
const compared = (entry: Partial<RosterRow>, current = [lin]) => {
  const { rows, problems } = compareRoster(current, [row(entry)])
  return {
    difference: rows[0]!.difference,
    changes: rows[0]!.changes,
    problems: problems.map(({ field, kind, severity }) => `${field} ${kind} ${severity}`),
  }
}

describe('a roster against what is known', () => {
  test.each<[string, Partial<RosterRow>, string, string[]]>([
    ['the same', {}, 'same', []],
    ['another branch', { branch: '英语第二党支部' }, 'changed', ['branch']],
    ['another phone, a remark', { phone: '13800138001', remark: '改号' }, 'changed', ['phone', 'remark']],
    ['empty cells take nothing away', { nativePlace: null, secondContact: null, duesPaidTo: null, name: '' }, 'same', []],
    ['only the contact’s phone', { secondContact: { name: null, phone: '13900139001', relation: null } }, 'changed', ['secondContact']],
    ['somebody new', { studentNumber: '2019020009', idNumber: '449901200001114723' }, 'new', []],
  ])('%s', (_, entry, difference, fields) => {
    const seen = compared(entry)
    expect([seen.difference, seen.changes.map(change => change.field)]).toEqual([difference, fields])
    expect(seen.problems).toEqual([])
  })

  test('a change says before and after; a part of the contact keeps the rest', () => {
    expect(compared({ secondContact: { name: null, phone: '13900139001', relation: null } }).changes).toEqual([
      { field: 'secondContact', before: lin.secondContact, after: { name: '林父', phone: '13900139001', relation: '父亲' } },
    ])
  })

  test.each<[RosterEntry['membership'], RosterEntry['membership'], string | null, string[]]>([
    ['probationary', 'full', '2023-05-20', []],
    ['probationary', 'full', null, ['confirmedOn confirmation-day-missing error']],
    ['probation-extended', 'full', null, ['confirmedOn confirmation-day-missing error']],
    ['full', 'probationary', null, ['membership full-to-probationary error']],
    ['full', 'full', null, []],
    ['full', null, null, []],
    ['probationary', 'probation-extended', null, []],
  ])('%s becomes %s with 转正时间 %s', (from, to, confirmedOn, problems) => {
    expect(
      compared({ membership: to, confirmedOn: confirmedOn ? day(confirmedOn) : null }, [{ ...lin, membership: from }]).problems,
    ).toEqual(problems)
  })

  test.each<[string, Partial<RosterRow>, string[]]>([
    ['another name', { name: '林依' }, ['name name-changed warning']],
    ['another ID number', { idNumber: '449901200001114723' }, ['idNumber id-number-changed warning']],
    ['another name and ID number', { name: '郑三', idNumber: '449901200001114723' }, ['studentNumber student-number-of-another error']],
    ['a new student number with a known ID number', { studentNumber: '2023990001' }, ['idNumber id-number-of-another error']],
  ])('%s', (_, entry, problems) => expect(compared(entry).problems).toEqual(problems))

  test('who is missing from the file, within the branches that the file holds', () => {
    const other = { ...wu, studentNumber: '2019020003', branch: '日语党支部' }
    expect(compareRoster([lin, wu, other], [row({})]).missing).toEqual([wu])
  })

  test('rows set aside are neither compared nor missed', () => {
    const comparison = compareRoster([lin, wu], [row({}), row({ ...wu, row: 6, standing: 'elsewhere' })])
    expect([comparison.rows.length, comparison.missing]).toEqual([1, []])
  })
})
