/** The code on the organiser's screen: made of a secret, the activity and the time, so that nothing need be stored and a picture of it is soon worthless. */

/** A QR code is shown so long, and holds through the next. */
export const SCAN_MS = 10_000
/** Six digits are typed: they hold a minute, and through the next. */
export const DIGITS_MS = 60_000

export const windowOf = (now: Date, length: number): number => Math.floor(now.getTime() / length)
/** How long what is shown now goes on being shown. */
export const leftOf = (now: Date, length: number): number => length - (now.getTime() % length)

/** The present window and the one before: 10 to 20 s of a scan, one to two minutes of digits. */
export const holds = (window: number, now: Date, length: number): boolean => {
  const age = windowOf(now, length) - window
  return age === 0 || age === 1
}

export const isDigits = (text: string): boolean => /^\d{6}$/.test(text)

/** Wrong digits within ten minutes, after which no more are taken of this person. */
export const MOST_TRIES = 5
export const TRIES_MS = 600_000
