/** Codes are reckoned, not stored: an HMAC over the activity and the time, under a key of the installation. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../platform/crypto/index.ts'
import { DIGITS_MS, holds, isDigits, SCAN_MS, windowOf } from './rules.ts'

const SIGNATURE_BYTES = 12

const mac = (keys: Keys, use: string, school: string, activityId: string, window: number) =>
  createHmac('sha256', keys.secret(`sign-in ${use}`))
    .update(`${school} ${activityId} ${window}`)
    .digest()

const bare = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const dashed = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

type Of = { school: string; activityId: string }

/** Activity, window and signature, as one word of an address. */
export const tokenAt = (keys: Keys, { school, activityId }: Of, now: Date): string => {
  const window = windowOf(now, SCAN_MS)
  const counter = Buffer.alloc(5)
  counter.writeUIntBE(window, 0, 5)
  const signature = mac(keys, 'scan', school, activityId, window).subarray(0, SIGNATURE_BYTES)
  return Buffer.concat([bare(activityId), counter, signature]).toString('base64url')
}

const TOKEN_BYTES = 16 + 5 + SIGNATURE_BYTES

/** Which activity a scanned word names; whether it is ours is told apart from whether it still holds. */
export const readToken = (keys: Keys, school: string, token: string, now: Date): { activityId: string; fresh: boolean } | null => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== TOKEN_BYTES) return null
  const activityId = dashed(bytes.subarray(0, 16))
  const window = bytes.readUIntBE(16, 5)
  const expected = mac(keys, 'scan', school, activityId, window).subarray(0, SIGNATURE_BYTES)
  if (!timingSafeEqual(expected, bytes.subarray(21))) return null
  return { activityId, fresh: holds(window, now, SCAN_MS) }
}

const digitsIn = (keys: Keys, { school, activityId }: Of, window: number): string =>
  String(mac(keys, 'digits', school, activityId, window).readUInt32BE(0) % 1_000_000).padStart(6, '0')

export const digitsAt = (keys: Keys, of: Of, now: Date): string => digitsIn(keys, of, windowOf(now, DIGITS_MS))

export const areDigits = (keys: Keys, of: Of, digits: string, now: Date): boolean => {
  if (!isDigits(digits)) return false
  const window = windowOf(now, DIGITS_MS)
  return [window, window - 1].some(at => digitsIn(keys, of, at) === digits)
}
