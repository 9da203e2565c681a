/** The day's work on some of a cohort: lamps as they stand, letters that run out told of, what stayed without an act passed on. */
import type { Day } from '../../../kernel/day.ts'
import { accountsOfMembers, holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import { branchReminder, memberReminder } from '../../letters/rules.ts'
import { rootPath } from '../../orgs/rules.ts'
import {
  type EscalationLevel,
  escalationLevels,
  groupText,
  type Lamp,
  type LetterWarning,
  lampNames,
  letterWarnings,
  warningOn,
} from '../rules.ts'
import type { Case, CasePerson } from '../store/cases.ts'
import type { Lit } from '../store/lamps.ts'
import type { Notice } from '../store/notices.ts'
import * as store from '../store.ts'
import { relight } from './lighting.ts'
import { settingsOf } from './setting.ts'

type Warned = { held: Case; validUntil: Day; handedOutOn: Day | null; warning: LetterWarning }

const NAMES_SHOWN = 20

const named = (people: readonly { name: string }[]) =>
  `${people
    .slice(0, NAMES_SHOWN)
    .map(({ name }) => name)
    .join('、')}${people.length > NAMES_SHOWN ? `等 ${people.length} 人` : ''}`

/** Twice in a row it does no more than once: what was told is kept. */
export async function watchOver(context: RequestContext, graduateIds: readonly string[]): Promise<void> {
  const { trx, scope } = context
  await store.holdOf(trx, scope, graduateIds)
  const cases = await store.casesOf(trx, scope, graduateIds)
  const settings = await settingsOf(context, cases)
  const lit = await relight(context, cases, settings)
  await warnOfLetters(context, cases, lit, id => settings.get(id)!.plan.lampThresholds.endingDays)
  await passOn(context, lit)
}

const noticeOf = ({ id, memberId, path }: CasePerson, kind: Notice['kind'], mark: string): Notice => ({
  graduateId: id,
  memberId,
  path,
  kind,
  mark,
})

async function warnOfLetters(context: RequestContext, cases: readonly Case[], lit: readonly Lit[], daysOf: (cohortId: string) => number) {
  const { trx, scope, today } = context
  const told = await store.toldOf(
    trx,
    scope.school,
    lit.map(({ person }) => person.id),
  )
  const due = cases.flatMap((held, at): Warned[] => {
    // Its last day stands in the lamp, which is lit only while the letter is open.
    const validUntil = lit[at]!.lamps.find(({ lamp }) => lamp === 'letter-ending')?.until
    if (!validUntil || !held.attempt) return []
    const mark = markOf(held, validUntil)
    const before = letterWarnings.filter(known =>
      told.get(held.person.id)?.some(row => row.kind === `letter-${known}` && row.mark === mark),
    )
    const handedOutOn = held.attempt.handed_out_on
    const warning = warningOn({ handedOutOn, validUntil, told: before }, today, daysOf(held.person.cohortId))
    return warning ? [{ held, validUntil, handedOutOn, warning }] : []
  })
  const fresh = await store.tellOnce(
    trx,
    scope.school,
    due.map(({ held, validUntil, warning }) => noticeOf(held.person, `letter-${warning}`, markOf(held, validUntil))),
    today,
  )
  const mine = new Set(fresh.map(({ graduateId }) => graduateId))
  const telling = due.filter(({ held }) => mine.has(held.person.id))
  await warnMembers(context, telling)
  await warnBranches(context, telling)
}

const markOf = ({ attempt }: Case, validUntil: Day) => `${attempt!.letter_id ?? attempt!.id} ${validUntil}`

const expired = {
  title: '介绍信已经过期',
  body: '你的组织关系介绍信已过有效期，还没有收到接收的回执。请不要再拿它去报到；已经报到的请对方补回执，没有报到的联系支部老师申请换开。',
}

async function warnMembers({ trx, scope, today }: RequestContext, warned: readonly Warned[]): Promise<void> {
  const accounts = await accountsOfMembers(
    trx,
    scope.school,
    warned.map(({ held }) => held.person.memberId),
  )
  const alike = Map.groupBy(
    warned,
    ({ warning, validUntil, handedOutOn }) => `${warning === 'expired'} ${validUntil} ${handedOutOn !== null}`,
  )
  for (const letters of alike.values()) {
    const { warning, validUntil, handedOutOn } = letters[0]!
    const members = new Set(letters.map(({ held }) => held.person.memberId))
    const to = accounts.filter(({ memberId }) => memberId && members.has(memberId)).map(({ id }) => id)
    const words = warning === 'expired' ? expired : memberReminder({ validUntil, today, pickedUpOn: handedOutOn })
    await tell(trx, scope.school, to, { kind: 'transfer', ...words, link: '/me/letters' })
  }
}

/** Who works for the case's branch: its keeper once it has dissolved. */
async function workersOf({ trx, scope, today }: RequestContext, { path, keeperId, abovePath, keptSince }: CasePerson): Promise<string[]> {
  if (keeperId) return [keeperId]
  if (keptSince && abovePath) return holdersAt(trx, scope.school, abovePath, 'general-branch', today)
  return [
    ...(await holdersAt(trx, scope.school, path, 'branch-teacher', today)),
    ...(await holdersAt(trx, scope.school, path, 'direct-branch', today)),
  ]
}

const expiredAt = (names: string, count: number) => ({
  title: `${count} 封介绍信已过期`,
  body: `${names}。请逐人联系：已经报到的请对方补回执，没有报到的收回原信，申请换开。`,
})

async function warnBranches(context: RequestContext, warned: readonly Warned[]): Promise<void> {
  const { trx, scope, today } = context
  for (const letters of Map.groupBy(
    warned,
    ({ held, warning }) => `${held.person.path} ${held.person.keeperId} ${warning === 'expired'}`,
  ).values()) {
    const [{ held, warning }] = letters as [Warned]
    const people = letters.map(letter => ({ ...letter, name: letter.held.person.name, today, pickedUpOn: letter.handedOutOn }))
    const lamp: Lamp = warning === 'expired' ? 'letter-expired' : 'letter-ending'
    const words = warning === 'expired' ? expiredAt(named(people), people.length) : branchReminder(people)
    const text = groupText(
      lamp,
      people.map(({ name }) => name),
    )
    await tell(trx, scope.school, await workersOf(context, held.person), {
      kind: 'transfer',
      title: words.title,
      body: `${words.body}\n\n可以复制到群里：\n${text}`,
      link: `/transfers?lamp=${lamp}`,
    })
  }
}

const roleAt: Record<EscalationLevel, 'general-branch' | 'committee-office'> = {
  secondary: 'general-branch',
  committee: 'committee-office',
}

/** One message a unit for all that reached it today. */
async function passOn({ trx, scope, today }: RequestContext, lit: readonly Lit[]): Promise<void> {
  for (const level of escalationLevels) {
    const reached = lit.flatMap(({ person, escalations }) =>
      escalations.filter(row => row.level === level && row.from <= today).map(row => ({ person, ...row })),
    )
    const notices = reached.map(({ person, from }) => noticeOf(person, `escalated-${level}`, from))
    const fresh = new Set((await store.tellOnce(trx, scope.school, notices, today)).map(({ graduateId }) => graduateId))
    const pathOf = ({ abovePath, path }: CasePerson) => (level === 'committee' ? rootPath : (abovePath ?? path))
    const telling = reached.filter(({ person }) => fresh.has(person.id))
    for (const [path, rows] of Map.groupBy(telling, ({ person }) => pathOf(person))) {
      const lamps = [...new Set(rows.map(({ lamp }) => lampNames[lamp]))].join('、')
      await tell(trx, scope.school, await holdersAt(trx, scope.school, path, roleAt[level], today), {
        kind: 'transfer',
        title: `${rows.length} 人的接转没有动静，已升级到本级`,
        body: `${named(rows.map(({ person }) => person))}：${lamps}，到期后无人办理。请督促或直接办理；有人办过就不再升级。`,
        link: `/transfers?escalated=${level}`,
      })
    }
  }
}
