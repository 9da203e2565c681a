import { implement, ORPCError } from '@orpc/server'
import { type Actor, postsOfAccount, postsOfUser, type RequestContext } from '../capabilities/accounts/index.ts'
import { permissionsOf, postHolds, reachOf } from '../capabilities/accounts/rules.ts'
import { once, record } from '../capabilities/audit/index.ts'
import { addTask } from '../capabilities/inbox/index.ts'
import type { ReceiptContext } from '../capabilities/letters/index.ts'
import { type Scope, scopeOf, vaultFor } from '../capabilities/orgs/index.ts'
import type { AuditNote } from '../kernel/audit.ts'
import { type Access, accessOf } from '../kernel/contract.ts'
import { newId } from '../kernel/ids.ts'
import { type Db, inScope, readSystem, refusedAsReading, stepAside, type Trx } from '../platform/database/index.ts'
import { contract } from './contract.ts'
import type { Services } from './services.ts'

/** What the HTTP layer hands in: the services, and who is signed in by the session cookie. */
export interface Incoming extends ReceiptContext {
  services: Services
  authUserId: string | null
  /** The request's Idempotency-Key, where it has one. */
  idempotencyKey?: string | undefined
}

type SignedIn = { actor: Actor; scope: Scope }

/** The first post that holds today speaks for the account. */
export async function signedIn({ services, authUserId }: Pick<Incoming, 'services' | 'authUserId'>): Promise<SignedIn | null> {
  if (!authUserId) return null
  return inPost(services, await readSystem(services.database.system, trx => postsOfUser(trx, authUserId)))
}

/** Whoever began a background task, as that account stands today: its work sees and may what the account does. */
export const beganTask = async (services: Services, { school, account }: { school: string; account: string }): Promise<SignedIn | null> =>
  inPost(services, await readSystem(services.database.system, trx => postsOfAccount(trx, school, account)))

function inPost(services: Services, posts: Awaited<ReturnType<typeof postsOfUser>>): SignedIn | null {
  const today = services.clock.today()
  const post = posts.find(candidate => candidate.disabledOn === null && postHolds(candidate, today))
  if (!post) return null
  const actor = {
    id: post.accountId,
    name: post.name,
    role: post.role,
    unitId: post.unitId,
    unitName: post.unitName,
    memberId: post.memberId,
    permissions: new Set(permissionsOf[post.role]),
  }
  const scope = scopeOf({
    school: post.schoolId,
    reach: reachOf[post.role],
    path: post.path,
    member: post.memberId ?? '',
    account: post.accountId,
  })
  return { actor, scope }
}

const unusable = new Proxy(
  {},
  {
    get: () => {
      throw new Error('This procedure renders: its transactions are opened by `within`.')
    },
  },
) as RequestContext['trx']

const outside = (services: Services, who: SignedIn) => ({
  actor: who.actor,
  scope: who.scope,
  today: services.clock.today(),
  now: services.clock.now(),
  keys: services.keys,
  files: services.files,
  typesetting: services.typesetting,
  url: services.url,
  entrance: services.entrance,
})

type Manner = { long?: boolean }

/** No database keeps the character NUL, as a text or within JSON; where a contract lets it pass, the database says so. */
const isUnwritable = (error: unknown) => ['22021', '22P05'].includes((error as { code?: string } | null)?.code ?? '')
const UNWRITABLE = '内容里有不能写入的控制字符，没有保存。请删去后再填。'

const databaseFor = ({ app, reading, long }: Services['database'], access: Access, manner: Manner) =>
  manner.long ? long : access.audit ? app : reading

/** One transaction under row-level security: the work, then its audit entries, then commit; and only then what was begun starts. */
export async function transact<T>(
  services: Services,
  who: SignedIn,
  access: Access,
  work: (context: RequestContext) => Promise<T>,
  manner: Manner = {},
): Promise<T> {
  const begun: string[] = []
  const inside = async (trx: Trx) => {
    const notes: AuditNote[] = []
    const write = async () => {
      if (notes.length && !access.audit) throw new Error('A procedure without an audit verb recorded a change.')
      if (access.audit) await record(trx, who.scope.school, who.actor, access.audit, notes.splice(0))
    }
    const context: RequestContext = {
      ...outside(services, who),
      trx,
      sole: manner.long === true && services.database.kind === 'pglite',
      record: note => notes.push(note),
      async pause() {
        await write()
        await stepAside(trx)
      },
      vault: cohortId => vaultFor(trx, services.keys, who.scope.school, cohortId),
      within: inner => inner(context),
      async begin(kind, title, input) {
        const id = newId()
        await addTask(trx, who.scope, { id, kind, title, input })
        begun.push(id)
        return { taskId: id }
      },
    }
    const done = await work(context)
    await write()
    return done
  }
  const run = (database: Db) => inScope(database, who.scope, inside)
  const { database } = services
  const result = await run(databaseFor(database, access, manner))
    .catch(error => {
      if (!refusedAsReading(error)) throw error
      begun.length = 0
      return run(database.app)
    })
    .catch(error => {
      throw isUnwritable(error) ? new ORPCError('BAD_REQUEST', { message: UNWRITABLE }) : error
    })
  for (const id of begun) await services.tasks.wake(id)
  return result
}

/** The context of a procedure that renders: no transaction of its own, any number by `within`. */
export const rendering = (services: Services, who: SignedIn, access: Access): RequestContext => ({
  ...outside(services, who),
  trx: unusable,
  sole: false,
  pause: async () => undefined,
  record: () => {
    throw new Error('Record inside `within`: the entry belongs to the transaction of the work.')
  },
  vault: cohortId => inScope(services.database.app, who.scope, trx => vaultFor(trx, services.keys, who.scope.school, cohortId)),
  within: (work, manner) => transact(services, who, access, work, manner),
  begin: (kind, title, input) => transact(services, who, access, context => context.begin(kind, title, input)),
})

const os = implement(contract).$context<Incoming>()

/** Reads the contract's own declaration: who may call, then one transaction around the work and its audit entries. */
export const gate = os.middleware(async ({ context, procedure, path, next }, input, output) => {
  const access = accessOf(procedure)
  if (access.permission === 'public') return next({ context: { entrance: context.services.entrance } as RequestContext })

  const who = await signedIn(context)
  if (!who) throw new ORPCError('UNAUTHORIZED')
  if (!who.actor.permissions.has(access.permission as never)) throw new ORPCError('FORBIDDEN')
  if (access.renders) return next({ context: rendering(context.services, who, access) })

  const { idempotencyKey } = context
  return transact(context.services, who, access, async inside => {
    const work = () => next({ context: inside })
    if (!access.audit || !idempotencyKey) return work() as never
    const keyed = { procedure: path.join('.'), key: idempotencyKey, input }
    return output(
      await once(inside.trx, who.scope, await inside.vault(), keyed, inside.now, async () => (await work()).output as never),
    ) as never
  })
})
