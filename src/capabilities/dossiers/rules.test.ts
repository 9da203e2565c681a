import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { usualDossier } from '../plans/rules.ts'
import type { Membership } from '../roster/rules.ts'
import {
  bagText,
  blankPaper,
  contents,
  countStandings,
  type Dossier,
  isDone,
  listText,
  mayReceive,
  mayStep,
  mayStepFor,
  mayWithdraw,
  openSteps,
  type Paper,
  type Papers,
  paperInWords,
  papersFor,
  problemsOf,
  readBag,
  type State,
  type Step,
  standingOf,
  steps,
  troublesOf,
  unexplained,
  unitNumberOf,
} from './rules.ts'

const whole: Paper = { held: 'original', pages: 2, signed: true, stamped: true, dated: true, remark: '' }

describe('the papers of a file', () => {
  test.each<[Membership, boolean]>([
    ['full', true],
    ['probationary', false],
    ['probation-extended', false],
    ['pending-approval', false],
    ['disqualified', false],
    ['suspended', true],
    ['under-review', true],
  ])('%s: the application for 转正 is asked: %s', (membership, asked) => {
    expect(papersFor(usualDossier, membership).some(({ key }) => key === 'full-application')).toBe(asked)
  })

  test.each<[string, string, boolean, Partial<Paper>, string[]]>([
    ['not looked at, required', 'observation', true, { ...blankPaper }, ['missing']],
    ['not looked at, not required', 'talks', false, { ...blankPaper }, []],
    ['missing, required', 'observation', true, { held: 'missing' }, ['missing']],
    ['missing, not required', 'talks', false, { held: 'missing' }, []],
    ['an original with all', 'admission', true, {}, []],
    ['a copy of a required one', 'admission', true, { held: 'copy' }, ['copy']],
    ['a copy of another', 'talks', false, { held: 'copy' }, []],
    ['without pages', 'talks', false, { pages: null }, ['no-pages']],
    ['the first page', 'talks', false, { pages: 1 }, []],
    ['an application without seal', 'admission', true, { stamped: false }, ['unstamped']],
    ['a review without seal', 'political-review', true, { stamped: false }, ['unstamped']],
    ['an observation without seal', 'observation', true, { stamped: false }, []],
    ['unsigned', 'observation', true, { signed: false }, ['unsigned']],
    ['unsigned, not required', 'talks', false, { signed: false, dated: false }, []],
    ['dates that differ', 'observation', true, { dated: false }, ['dates-differ']],
    [
      'all of it',
      'admission',
      true,
      { held: 'copy', pages: null, signed: false, stamped: false, dated: false },
      ['copy', 'no-pages', 'unsigned', 'unstamped', 'dates-differ'],
    ],
    ['not needed, with a reason', 'admission', true, { held: 'not-needed', pages: null, remark: '入党时已入高中档案' }, []],
    ['not needed, without', 'admission', true, { held: 'not-needed', pages: null, remark: ' ' }, ['no-reason']],
  ])('%s', (_, key, required, change, found) => {
    expect(problemsOf({ key, required }, { ...whole, ...change })).toEqual(found)
  })

  test('count what lies in the bag, and nothing that is not asked any more', () => {
    const asked = papersFor(usualDossier, 'probationary')
    const papers: Papers = {
      application: { ...whole, pages: 3 },
      admission: { ...whole, held: 'copy', pages: 12 },
      talks: { ...whole, held: 'missing' },
      'full-application': { ...whole, pages: 99 },
    }
    expect(contents(asked, papers)).toEqual({ papers: 2, pages: 15 })
    expect(troublesOf(asked, papers).map(({ paper, problem }) => `${paper} ${problem}`)).toEqual([
      'admission copy',
      'political-review missing',
      'observation missing',
    ])
  })

  test('are said in words', () => {
    expect(paperInWords(blankPaper)).toBe('未录')
    expect(paperInWords({ ...whole, stamped: false, remark: '存中学' })).toBe('原件 2 页，签名，日期一致，存中学')
  })
})

describe('a standing', () => {
  const troubles = [{ paper: 'admission', problem: 'copy' }] as const
  const facts = { state: 'open', papers: { admission: { ...whole, held: 'copy' } }, troubles, explained: {} } as const
  test.each<[string, Partial<Parameters<typeof standingOf>[0]>, string]>([
    ['nothing entered', { papers: {} }, 'untouched'],
    ['only blanks entered', { papers: { talks: blankPaper } }, 'untouched'],
    ['a problem', {}, 'entering'],
    ['a problem with a blank reason', { explained: { 'admission.copy': ' ' } }, 'entering'],
    ['a problem with its reason', { explained: { 'admission.copy': '原件在中学' } }, 'ready'],
    ['the reason of another problem', { explained: { 'admission.unsigned': '原件在中学' } }, 'entering'],
    ['no problem', { troubles: [] }, 'ready'],
    ['packed, whatever the papers', { state: 'packed' }, 'packed'],
    ['received', { state: 'received', papers: {} }, 'received'],
  ])('%s', (_, change, standing) => expect(standingOf({ ...facts, ...change })).toBe(standing))

  test('counts everybody once', () => {
    const rows = [
      { standing: 'untouched', postponed: null },
      { standing: 'checked', postponed: '延期毕业' },
      { standing: 'checked', postponed: null },
    ] as const
    const { people, postponed, ...by } = countStandings(rows)
    expect([people, postponed, Object.values(by).reduce((sum, count) => sum + count, 0)]).toEqual([3, 1, 3])
    expect(rows.map(isDone)).toEqual([false, true, true])
    expect(unexplained(troubles, { 'admission.copy': '原件在中学' })).toEqual([])
  })
})

const dossier = (change: Partial<Dossier> = {}): Dossier => ({
  state: 'open',
  own: false,
  packedByMe: false,
  postponed: false,
  troubles: [],
  explained: {},
  ...change,
})
const copy = { troubles: [{ paper: 'admission', problem: 'copy' }] } as const

describe('a step', () => {
  test.each<[Step, State[]]>([
    ['enter', ['open']],
    ['pack', ['open']],
    ['check', ['packed']],
    ['send-back', ['packed', 'checked']],
    ['postpone', ['open', 'packed', 'checked']],
    ['hand-over', ['checked']],
    ['receive', ['handed-over']],
    ['withdraw', ['handed-over']],
    ['reopen', ['received']],
  ])('%s is taken from %j only', (step, from) => {
    const all: State[] = ['open', 'packed', 'checked', 'handed-over', 'received']
    expect(all.filter(state => mayStep(step, dossier({ state })).allowed)).toEqual(from)
  })

  test.each<[string, Step, Partial<Dossier>, string]>([
    ['to pack with a problem', 'pack', copy, 'unexplained'],
    ['to check what one packed oneself', 'check', { state: 'packed', packedByMe: true }, 'same-person'],
    ['to check what has a new problem since', 'check', { state: 'packed', ...copy }, 'unexplained'],
    ['to pack one’s own', 'pack', { own: true }, 'own-dossier'],
    ['to enter one’s own', 'enter', { own: true }, 'own-dossier'],
    ['to check one’s own', 'check', { state: 'packed', own: true }, 'own-dossier'],
    ['to hand over what is postponed', 'hand-over', { state: 'checked', postponed: true }, 'postponed'],
    ['to postpone twice', 'postpone', { postponed: true }, 'postponed'],
    ['to resume what is not postponed', 'resume', {}, 'not-postponed'],
  ])('refuses %s', (_, step, change, reason) => expect(mayStep(step, dossier(change))).toEqual({ allowed: false, reason }))

  test('packs a problem that is explained', () => {
    const facts = dossier({ ...copy, explained: { 'admission.copy': '原件在中学' } })
    expect(mayStep('pack', facts)).toEqual({ allowed: true, value: 'packed' })
  })

  test.each<Step>(['send-back', 'postpone', 'reopen', 'withdraw'])('%s needs a reason', step => {
    const state = ({ reopen: 'received', withdraw: 'handed-over' } as Partial<Record<Step, State>>)[step] ?? 'packed'
    expect(mayStepFor(step, dossier({ state }), ' ')).toEqual({ allowed: false, reason: 'reason-missing' })
    expect(mayStepFor(step, dossier({ state }), '少一份').allowed).toBe(true)
  })

  test('draws the buttons: packing also where reasons are still to be given', () => {
    const all = () => true
    expect(openSteps(dossier(copy), all)).toEqual(['enter', 'pack', 'postpone'])
    expect(openSteps(dossier({ state: 'packed' }), all)).toEqual(['check', 'send-back', 'postpone'])
    expect(openSteps(dossier({ state: 'packed', packedByMe: true }), all)).toEqual(['send-back', 'postpone'])
    expect(openSteps(dossier({ state: 'received' }), all)).toEqual(['reopen'])
    expect(openSteps(dossier({ state: 'received' }), permission => permission === 'dossiers:edit')).toEqual([])
    expect(steps.filter(step => openSteps(dossier({ own: true }), all).includes(step))).toEqual([])
  })
})

describe('a number', () => {
  test.each([
    ['/1/3/12/', 3],
    ['/1/14/', 14],
    ['/1/', 0],
  ])('of a bag at %s has the part %i', (path, unit) => expect(unitNumberOf(path)).toBe(unit))

  test('is written as it is asked', () => {
    expect([bagText(3, 12), bagText(114, 12345), listText(3, 1)]).toEqual(['03-0012', '114-12345', '移03-01'])
  })

  test.each([
    ['03-0012', '03-0012'],
    [' 3-12 ', '03-0012'],
    ['０３－００１２', '03-0012'],
    ['03—0012', '03-0012'],
    ['03_0012', '03-0012'],
    ['2019900001', null],
    ['03-', null],
    ['张三', null],
  ])('is read from %j', (typed, bag) => expect(readBag(typed)).toBe(bag))
})

describe('a list', () => {
  const list = { state: 'made', madeOn: day('2023-06-05') } as const
  const given = { onDay: day('2023-06-06'), by: '档案馆老师' }
  const today = day('2023-06-08')
  test.each<[string, Partial<typeof given>, string]>([
    ['of tomorrow', { onDay: day('2023-06-09') }, 'future-day'],
    ['before it was made', { onDay: day('2023-06-04') }, 'before-the-list'],
    ['by nobody', { by: ' ' }, 'nobody-named'],
  ])('is not received %s', (_, change, reason) =>
    expect(mayReceive(list, { ...given, ...change }, today)).toEqual({ allowed: false, reason }),
  )

  test.each([day('2023-06-05'), today])('is received on %s', onDay =>
    expect(mayReceive(list, { ...given, onDay }, today).allowed).toBe(true),
  )

  test('is received or withdrawn once', () => {
    expect(mayReceive({ ...list, state: 'withdrawn' }, given, today)).toEqual({ allowed: false, reason: 'already-withdrawn' })
    expect(mayWithdraw({ ...list, state: 'received' }, '漏了')).toEqual({ allowed: false, reason: 'already-received' })
    expect(mayWithdraw(list, '')).toEqual({ allowed: false, reason: 'reason-missing' })
    expect(mayWithdraw(list, '漏了').allowed).toBe(true)
  })
})
