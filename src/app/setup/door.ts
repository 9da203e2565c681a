/** The door of an installation without a school: it opens to whoever reads the server's own output, and closes for good behind them. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { schools } from '../../capabilities/orgs/index.ts'
import { randomCode } from '../../platform/crypto/index.ts'
import { readSystem } from '../../platform/database/index.ts'
import type { Services } from '../services.ts'
import { foundSchool } from './found.ts'
import { type SetupAnswer, summerAfter } from './founders.ts'
import { readFounding } from './founding.ts'

/** So many wrong words, and the server has to be started anew. */
const MOST_WRONG = 20

const digest = (text: string) => createHash('sha256').update(text).digest()
const plain = (token: string) => token.toLowerCase().replace(/[\s-]/g, '')

export type SetupDoor = {
  /** To be typed: in groups of five. */
  token: string
  /** Whether there is no school yet, and whose summer comes next. */
  state: () => Promise<{ open: boolean; year: number }>
  found: (token: string, founding: unknown) => Promise<SetupAnswer>
}

export function setupDoor(services: Services): SetupDoor {
  const token = randomCode()
  let wrong = 0
  let busy = false
  const isOpen = async () => (await readSystem(services.database.system, schools)).length === 0
  const found = async (given: string, founding: unknown): Promise<SetupAnswer> => {
    if (!(await isOpen())) return { refused: 'closed' }
    if (wrong >= MOST_WRONG) return { refused: 'locked' }
    if (!timingSafeEqual(digest(plain(given)), digest(token))) {
      wrong++
      return { refused: 'wrong-token' }
    }
    const read = readFounding(founding)
    if (!read.allowed) return { problems: read.problems }
    if (busy) return { refused: 'busy' }
    busy = true
    try {
      const accounts = await foundSchool(services, read.value)
      return accounts ? { founded: accounts } : { refused: 'closed' }
    } finally {
      busy = false
    }
  }
  const state = async () => ({ open: await isOpen(), year: summerAfter(services.clock.today()) })
  return { token: token.match(/.{1,5}/g)!.join('-'), state, found }
}
