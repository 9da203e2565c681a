/** The way of a calendar program: its address stands for an account. */
import { type CalendarDoor, readFeed } from '../capabilities/calendars/index.ts'
import { inSystem } from '../platform/database/index.ts'
import { beganTask, transact } from './gate.ts'
import type { Services } from './services.ts'

export const calendarDoor = (services: Services): CalendarDoor => ({
  async as(codeHash, work) {
    const account = await inSystem(services.database.system, trx => readFeed(trx, codeHash, services.clock.today()))
    const who = account && (await beganTask(services, account))
    return who ? transact(services, who, { permission: 'session:read' }, work) : null
  },
})
