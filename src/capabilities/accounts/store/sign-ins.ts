import { sql } from 'kysely'
import type { Trx } from '../../../platform/database/index.ts'

/** A session as far as it is held; its token is told to nobody. */
export type SignIn = { since: Date; lastSeen: Date; until: Date; address: string | null; device: string | null }

/** The asking member's own, newest first. */
export const ownSignIns = async (trx: Trx): Promise<SignIn[]> =>
  (await sql<SignIn>`select since, last_seen as "lastSeen", until, address, device from own_sign_ins()`.execute(trx)).rows
