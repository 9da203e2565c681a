import { demoAccounts } from '../../seed/accounts.ts'
import type { Entrance } from '../capabilities/accounts/index.ts'
import type { CalendarDoor } from '../capabilities/calendars/index.ts'
import type { ReceiptDoor } from '../capabilities/letters/index.ts'
import { installation, saveInstallation, schools } from '../capabilities/orgs/index.ts'
import { type Clock, openClock } from '../platform/clock/index.ts'
import { fingerprint, type Keys, keysUnder } from '../platform/crypto/index.ts'
import { type Database, inSystem, migrate } from '../platform/database/index.ts'
import { type FileStore, openFiles } from '../platform/files/index.ts'
import { type Identity, openIdentity } from '../platform/identity/index.ts'
import { openTypesetting, type Typesetting } from '../platform/typesetting/index.ts'
import { calendarDoor } from './calendars.ts'
import { type Daily, openDaily } from './daily.ts'
import { chaseAllDuties } from './duties.ts'
import { wireEvents } from './events.ts'
import type { Log } from './log.ts'
import { wireOwnData } from './own-data.ts'
import { receiptDoor } from './receipts.ts'
import { unattended, watchSeasons } from './season.ts'
import { type SetupDoor, setupDoor } from './setup/door.ts'
import { openTasks, type Tasks } from './tasks.ts'

/** What a running installation holds open. */
export interface Services {
  database: Database
  keys: Keys
  files: FileStore
  identity: Identity
  typesetting: Typesetting
  clock: Clock
  entrance: Entrance
  receipts: ReceiptDoor
  calendars: CalendarDoor
  setup: SetupDoor
  tasks: Tasks
  daily: Daily
  log: Log
  url: string
}

export type Opening = {
  database: Database
  masterKey: Uint8Array
  filesFolder: string
  /** The school's own licensed fonts, used on paper where they are found. */
  fontsFolder?: string
  url: string
  log: Log
  clock?: Clock
}

/** Migrates, checks that this is the key the data was sealed with, and opens what requests need. */
export async function openServices({
  database,
  masterKey,
  filesFolder,
  fontsFolder,
  url,
  log,
  clock = openClock(),
}: Opening): Promise<Services> {
  await migrate(database)
  await checkKey(database, masterKey)
  const keys = keysUnder(masterKey)
  const services: Services = {
    database,
    keys,
    files: openFiles(filesFolder),
    identity: openIdentity({ db: database.auth, url, secret: Buffer.from(keys.secret('sessions')).toString('hex') }),
    typesetting: openTypesetting(fontsFolder === undefined ? {} : { fontFolders: [fontsFolder] }),
    clock,
    entrance: undefined as never,
    receipts: undefined as never,
    calendars: undefined as never,
    setup: undefined as never,
    tasks: undefined as never,
    daily: openDaily(log),
    log,
    url,
  }
  services.entrance = entranceOf(database, clock, () => void followDay(services))
  services.receipts = receiptDoor(services)
  services.calendars = calendarDoor(services)
  services.setup = setupDoor(services)
  services.tasks = openTasks(services)
  wireEvents()
  wireOwnData()
  return services
}

/** What a moved day asks for, one after the other. */
async function followDay(services: Services): Promise<void> {
  await unattended(services, 'watch over cases', watchSeasons(services))
  await unattended(services, 'chase duties', chaseAllDuties(services))
}

async function checkKey(database: Database, masterKey: Uint8Array): Promise<void> {
  const print = fingerprint(masterKey)
  await inSystem(database.system, async trx => {
    const held = await installation(trx)
    if (!held) return saveInstallation(trx, { key_fingerprint: print, demo_day: null })
    if (held.key_fingerprint !== print)
      throw new Error(
        '这份数据不是用当前的主密钥加密的，已停止启动，数据未动。请把 QICHENG_KEY_FILE 指到原来的密钥文件，或从备份恢复该文件。',
      )
  })
}

/** `moved`: what the new day asks for, which nobody waits for. */
function entranceOf(database: Database, clock: Clock, moved: () => void): Entrance {
  return {
    facts: () =>
      inSystem(database.system, async trx => {
        const held = await installation(trx)
        const demonstration = held?.demonstration ?? false
        return {
          schools: (await schools(trx)).map(({ code, name }) => ({ code, name })),
          demonstration,
          today: clock.today(),
          accounts: demonstration ? demoAccounts() : [],
        }
      }),
    moveDay: async day => {
      clock.setToday(day)
      await inSystem(database.system, async trx => {
        const held = await installation(trx)
        if (held) await saveInstallation(trx, { ...held, demo_day: day })
      })
      moved()
    },
  }
}
