/** First passwords of a staff import: made, handed over as a workbook, and kept nowhere but as hashes. */
import { randomInt } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { hashPassword } from '../../platform/identity/index.ts'
import { writeWorkbook } from '../../platform/spreadsheets/index.ts'
import { broughtBy, giveFirstPasswords, type RequestContext } from '../accounts/index.ts'
import { roleNames } from '../accounts/rules.ts'

/** None that is taken for another on paper: no 0 O 1 l I. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 3
const LENGTH = 4

const group = () => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
/** k7mp-2wqe-x9ta: 59 bits, and long enough for the rule. */
export const firstPassword = () => Array.from({ length: GROUPS }, group).join('-')

/** As many at once as there are threads to hash them. */
const AT_ONCE = 4

async function hashed<Person extends { password: string }>(people: readonly Person[]): Promise<(Person & { hash: string })[]> {
  const done: (Person & { hash: string })[] = []
  for (let at = 0; at < people.length; at += AT_ONCE)
    done.push(
      ...(await Promise.all(
        people.slice(at, at + AT_ONCE).map(async person => ({ ...person, hash: await hashPassword(person.password) })),
      )),
    )
  return done
}

/** Whoever has not made the password their own gets a new one; the one before opens nothing any more. */
export async function firstPasswords(context: RequestContext, importId: string): Promise<File> {
  const brought = await context.within(({ trx, scope }) => broughtBy(trx, scope.school, importId))
  if (brought.length === 0) throw new ORPCError('NOT_FOUND')
  const waiting = [
    ...Map.groupBy(
      brought.filter(({ mustChangePassword }) => mustChangePassword),
      ({ id }) => id,
    ).values(),
  ]
  if (waiting.length === 0) throw new ORPCError('REFUSED', { status: 409, data: { reason: 'nobody-waits' } })
  const people = await hashed(waiting.map(posts => ({ posts, ...posts[0]!, password: firstPassword() })))
  await context.within(async ({ trx, record }) => {
    const given = await giveFirstPasswords(
      trx,
      people.map(({ id, hash }) => ({ account: id, password: hash })),
    )
    // Somebody has changed theirs at this moment: what was printed for them would be wrong.
    if (given !== people.length) throw new ORPCError('CONFLICT', { status: 409 })
    for (const { id, path, login } of people) record({ kind: 'account', id, path, after: { login, firstPassword: true, importId } })
  })
  return listed(people)
}

type Given = { name: string; login: string; password: string; posts: readonly { role: keyof typeof roleNames; unitName: string }[] }

async function listed(people: readonly Given[]): Promise<File> {
  const title = '首次登录口令'
  const bytes = await writeWorkbook({
    name: title,
    title,
    above: ['本表只生成这一次，系统里不留存。请逐人交给本人，交完即销毁；本人登录后请在“设置”里改成自己的口令。'],
    columns: ['姓名', '登录名', '岗位', '首次口令'].map(header => ({ header })),
    rows: people.map(({ name, login, posts, password }) => [
      name,
      login,
      posts.map(({ role, unitName }) => `${roleNames[role]}（${unitName}）`).join('、'),
      password,
    ]),
  })
  return new File([new Uint8Array(bytes)], `${title}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
