import type { Walk } from './walk.ts'

/** The narrowest phone in use. */
const NARROW = { width: 320, height: 568 }

export const narrowPages = [
  '/me',
  '/me/activities',
  '/me/items',
  '/me/destination',
  '/me/data',
  '/me/inbox',
  '/me/letters',
  '/me/settings',
  '/me/scan',
]

/** What reaches beyond the window, also where a box around it hides that. */
const BEYOND = `[...document.querySelectorAll('body *')]
  .filter(one => one.getBoundingClientRect().width > 0 && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(one => one.tagName.toLowerCase() + ' ' + (one.textContent ?? '').trim().slice(0, 20))`

/** Nothing on the page is wider than a window of 320 px. */
export async function fitsNarrow(walk: Walk, path: string): Promise<void> {
  const { page } = walk
  await page.setViewportSize(NARROW)
  await page.goto(path)
  await walk.settle()
  const beyond = (await page.evaluate(BEYOND)) as string[]
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
  if (over > 1 || beyond.length > 0)
    throw new Error(`${path} is wider than ${NARROW.width} px by ${over}: ${beyond.slice(0, 3).join(' | ')}`)
}
