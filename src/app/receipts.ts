/** The public page's way into an ordinary server, and the way of its answers into the cases. */
import type { Actor } from '../capabilities/accounts/index.ts'
import type { Role } from '../capabilities/accounts/rules.ts'
import { type ReceiptDoor, takeAnswer, waitingAnswers } from '../capabilities/letters/index.ts'
import { scopeOf } from '../capabilities/orgs/index.ts'
import { rootPath } from '../capabilities/orgs/rules.ts'
import { atReceipts, readSystem } from '../platform/database/index.ts'
import { transact } from './gate.ts'
import type { Services } from './services.ts'

/** Whoever answered has no account here: the entries name the side. */
const receiver: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '接收方',
  role: 'receiver' as Role, // no post has it, so no rule lets it act but as the receiver
  unitId: '',
  unitName: '',
  memberId: null,
  permissions: new Set(),
}

const receiverAt = (school: string) => ({
  actor: receiver,
  scope: scopeOf({ school, reach: 'unit', path: rootPath, member: '', account: receiver.id }),
})

const AT_ONCE = 100

/**
 * Takes up what the page has kept, each in a transaction of its own. It may have been kept by another process, which can do no more. Never
 * throws: an answer that could not be taken up stays kept, and is tried again.
 */
export async function takeAnswers(services: Services): Promise<void> {
  const { database, log } = services
  const failed = (error: unknown) => log.error({ message: (error as Error).message, stack: (error as Error).stack }, 'answer not taken up')
  const waiting = await readSystem(database.system, trx => waitingAnswers(trx, AT_ONCE)).catch(error => {
    failed(error)
    return []
  })
  const access = { permission: 'public', audit: 'receipt.answered' }
  for (const { school, id } of waiting)
    await transact(services, receiverAt(school), access, context => takeAnswer(context, id)).catch(failed)
}

export const receiptDoor = (services: Services): ReceiptDoor => ({
  within: work => atReceipts(services.database.receipts, work),
  today: () => services.clock.today(),
  answered: () => takeAnswers(services),
})
