import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { serveDemonstration } from '../e2e/server.ts'
import { DEMO_PASSWORD, demoPeople } from '../seed/accounts.ts'
import { dist } from '../src/app/http-bare.ts'
import type { Measure } from './measure.ts'

const KB = 1_024
const LIMIT_KB = 250
const PHONE = { viewport: { width: 375, height: 812 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
const ROUTE_CHANGES = 10
const SLOW_LOADS = 3

/** A phone of few hundred yuan on a full campus network: 1.6 Mbit/s, 150 ms there and back, a quarter of this machine's speed. */
const SLOW_NETWORK = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 }
const SLOWER_BY = 4

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** The title and every answer are drawn. */
async function usable(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** What a fresh browser loads of scripts before `path` is usable and nothing more comes. */
async function scriptsOf(context: BrowserContext, path: string): Promise<string[]> {
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('response', answer => new URL(answer.url()).pathname.endsWith('.js') && scripts.add(answer.url()))
  await page.goto(path)
  await usable(page)
  await page.waitForLoadState('networkidle')
  await page.close()
  return [...scripts]
}

const lengthOf = async (url: string): Promise<number> =>
  Number((await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })).headers.get('content-length'))

async function kilobytes(scripts: readonly string[]): Promise<number> {
  const lengths = await Promise.all(scripts.map(lengthOf))
  return lengths.reduce((sum, length) => sum + length, 0) / KB
}

/** From the touch until the next page's title stands on the screen. */
const CHANGE = `new Promise(drawn => {
  const began = performance.now()
  const look = () => document.querySelector('h1')?.textContent === '教育活动'
    ? requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - began)))
    : setTimeout(look, 1)
  document.querySelector('a[href="/me/activities"]').click()
  look()
})`

async function routeChange(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.goto('/me')
  await usable(page)
  const took: number[] = []
  for (let change = 0; change < ROUTE_CHANGES; change++) {
    await page.locator('a[href="/me/activities"]').first().waitFor()
    took.push(Number(await page.evaluate(CHANGE)))
    await page.goBack()
    await usable(page)
  }
  await page.close()
  return median(took)
}

/** /me in a browser that has nothing of it yet. */
async function slowLoad(browser: Browser, baseURL: string, state: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<number> {
  const context = await browser.newContext({ ...PHONE, baseURL, storageState: state })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY })
  const began = performance.now()
  await page.goto('/me', { waitUntil: 'commit' })
  await usable(page)
  const took = performance.now() - began
  await context.close()
  return took
}

async function signedIn(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ ...PHONE, baseURL })
  const username = demoPeople.find(({ role }) => role === 'graduate')!.login
  const answer = await context.request.post('/api/auth/sign-in/username', { data: { username, password: DEMO_PASSWORD } })
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`)
  const state = await context.storageState()
  await context.close()
  return state
}

/** P7: what the web weighs before it can be used. */
export const p7: Measure = {
  id: 'P7',
  what: 'scripts before /login and /me are usable, gzip, the larger of the two',
  unit: 'KB',
  runs: 1,
  async open() {
    if (!existsSync(`${dist}index.html`)) throw new Error('the web is not built: `npm start` builds it')
    const { url, stop } = await serveDemonstration()
    const browser = await openBrowser()
    const state = await signedIn(browser, url)
    const weight = async (path: string, as?: typeof state) => {
      const context = await browser.newContext({ ...PHONE, baseURL: url, ...(as && { storageState: as }) })
      const kb = await kilobytes(await scriptsOf(context, path))
      await context.close()
      return kb
    }
    const beside: Record<string, number> = {}
    return {
      async ours() {
        beside['/login, KB'] = await weight('/login')
        beside['/me, KB'] = await weight('/me', state)
        return Math.max(...Object.values(beside))
      },
      limit: async () => LIMIT_KB,
      async beside() {
        const context = await browser.newContext({ ...PHONE, baseURL: url, storageState: state })
        const change = await routeChange(context)
        await context.close()
        const slow: number[] = []
        for (let load = 0; load < SLOW_LOADS; load++) slow.push(await slowLoad(browser, url, state))
        return { ...beside, '/me to /me/activities, ms (bar 100)': change, '/me on a slow phone, ms (bar 2000)': median(slow) }
      },
      async close() {
        await browser.close()
        await stop()
      },
    }
  },
}
