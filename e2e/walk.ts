import axe from 'axe-core'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { DEMO_PASSWORD } from '../seed/accounts.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 375, height: 812 }
const GUIDE = 'docs/guide'
const TALLEST = 1_400
const LONGEST_ANSWER = 3_000

/** One person at one screen: signs in, looks around, and keeps what was seen for the guide. */
export class Walk {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #faults: string[]
  readonly #asked = new Set<Request>()

  private constructor(context: BrowserContext, page: Page, faults: string[]) {
    this.#context = context
    this.page = page
    this.#faults = faults
    page.on('request', request => request.resourceType() === 'fetch' && this.#asked.add(request))
    page.on('requestfinished', request => this.#asked.delete(request))
    page.on('requestfailed', request => this.#asked.delete(request))
  }

  /** Somebody without an account. */
  static async visit(browser: Browser, url: string, phone = false): Promise<Walk> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: phone ? PHONE : DESK,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const faults: string[] = []
    page.on('pageerror', error => faults.push(`error on the page: ${error.message}`))
    page.on('console', message => {
      // Refusals are answers. A table measures the scroll bar by a style that the policy blocks: harmless, and the component library's own.
      const known = /status of (?:401|403|404|409|422)|inline style|style-src/.test(message.text())
      if (message.type() === 'error' && !known) faults.push(`console: ${message.text()}`)
    })
    return new Walk(context, page, faults)
  }

  static async begin(browser: Browser, url: string, login: string, phone = false): Promise<Walk> {
    const walk = await Walk.visit(browser, url, phone)
    const { page } = walk
    await page.goto('/login')
    await page.getByRole('textbox', { name: /账号/ }).fill(login)
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    // The way in may lead to the other app, which is another document.
    await page.waitForURL(address => !address.pathname.startsWith('/login') && address.pathname !== '/')
    return walk
  }

  /** Keeps the screen for the guide, at desk and phone width, and holds it against axe at both. */
  async keep(name: string, widths: readonly ('desk' | 'phone')[] = ['desk', 'phone']): Promise<void> {
    const before = this.page.viewportSize()!
    for (const width of widths) {
      const size = width === 'desk' ? DESK : PHONE
      await this.page.setViewportSize(size)
      await this.settle()
      // The window grows to its content, so that nothing lies beneath what clings to its edges.
      const content = Math.max(Number(await this.page.evaluate('document.documentElement.scrollHeight')), size.height)
      await this.page.setViewportSize({ ...size, height: content })
      await this.checkAccess(`${name} at ${size.width}`)
      await this.page.setViewportSize({ ...size, height: Math.min(content, TALLEST) })
      await this.page.screenshot({ path: `${GUIDE}/${name}-${size.width}.png` })
      const overflow = await this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      if (Number(overflow) > 1) throw new Error(`${name} at ${size.width} px is wider than its window by ${overflow} px`)
    }
    await this.page.setViewportSize(before)
  }

  /** What the API says to the one who is signed in. */
  read<Answer>(path: string): Promise<Answer> {
    return this.page.evaluate(address => fetch(`/api/v1/${address}`).then(answer => answer.json()), path) as Promise<Answer>
  }

  async cohort(): Promise<string> {
    const [cohort] = await this.read<{ id: string }[]>('cohorts')
    return cohort!.id
  }

  async settle(): Promise<void> {
    await this.page.locator('h1').first().waitFor()
    await this.page.locator('.skeleton').first().waitFor({ state: 'detached' })
    await this.#answered()
    await this.page.evaluate('document.fonts.ready.then(() => undefined)')
  }

  /** Every answer is in and drawn; a stream, which never ends, is waited for a while. */
  async #answered(): Promise<void> {
    const until = Date.now() + LONGEST_ANSWER
    do await this.page.waitForTimeout(250)
    while (this.#asked.size > 0 && Date.now() < until)
    await this.page.waitForTimeout(100)
  }

  async checkAccess(what: string): Promise<void> {
    await this.page.evaluate(axe.source)
    const found = (await this.page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | ')))",
    )) as string[]
    if (found.length) throw new Error(`axe on ${what}:\n  ${found.join('\n  ')}`)
  }

  async end(): Promise<void> {
    await this.#context.close()
    if (this.#faults.length) throw new Error(`Faults seen on the way:\n  ${[...new Set(this.#faults)].join('\n  ')}`)
  }
}
