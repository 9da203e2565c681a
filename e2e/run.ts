/** The browser journey: every role at its own screens, at desk and phone width, on the demonstration as `npm start` serves it. */
import { mkdir } from 'node:fs/promises'
import { openBrowser } from './browser.ts'
import { circleIn } from './circles.ts'
import { fitsNarrow, narrowPages } from './narrow.ts'
import { walkSeason } from './season/index.ts'
import { serveDemonstration } from './server.ts'
import { Walk } from './walk.ts'

type Stop = { path: string; keep: string }

/** Who looks where. The pictures are kept for the guide. */
const rounds: { login: string; sentence: string; phone?: true; stops: Stop[] }[] = [
  {
    login: 'zzb-chen',
    sentence: '组织部看全校在哪里、今天该办什么',
    stops: [
      { path: '/today', keep: 'today' },
      { path: '/transfers', keep: 'transfers' },
      { path: '/letters', keep: 'letters' },
      { path: '/submissions', keep: 'submissions' },
      { path: '/archive', keep: 'archive' },
      { path: '/plan', keep: 'plan' },
    ],
  },
  {
    login: 'wy-lin',
    sentence: '总支看名册、五个一和报送',
    stops: [
      { path: '/roster', keep: 'roster' },
      { path: '/education', keep: 'education' },
      { path: '/roster/import', keep: 'import' },
    ],
  },
  { login: 'yy1-zhou', sentence: '支部负责老师看今天', stops: [{ path: '/today', keep: 'today-branch' }] },
  {
    login: '2019020901',
    sentence: '毕业生在手机上看还差什么',
    phone: true,
    stops: [
      { path: '/me', keep: 'me' },
      { path: '/me/destination', keep: 'me-destination' },
    ],
  },
  { login: 'sys-admin', sentence: '系统管理员看单位', stops: [{ path: '/orgs', keep: 'orgs' }] },
  { login: 'auditor', sentence: '审计员看日志', stops: [{ path: '/audit', keep: 'audit' }] },
]

const served = await serveDemonstration()
const browser = await openBrowser()
await mkdir('docs/guide', { recursive: true })
let passed = 0
let failed = 0

const step = async (sentence: string, work: () => Promise<void>) => {
  try {
    await work()
    passed++
    process.stdout.write(`  ✓ ${sentence}\n`)
  } catch (error) {
    failed++
    process.stdout.write(`  ✗ ${sentence}\n    ${(error as Error).message}\n`)
  }
}

for (const { login, sentence, phone, stops } of rounds) {
  const walk = await Walk.begin(browser, served.url, login, phone ?? false)
  for (const { path, keep } of stops)
    await step(`${sentence}：${path}`, async () => {
      await walk.page.goto(path)
      await walk.keep(keep, phone ? ['phone'] : ['desk', 'phone'])
    })
  await step(`${sentence}：一路没有差错`, () => walk.end())
}

await step('手机端的文件互不成环，先后到达都一样', async () => {
  const circle = circleIn('dist/phone/assets')
  if (circle) throw new Error(circle.join(' → '))
})

const narrow = await Walk.begin(browser, served.url, '2019020901', true)
for (const path of narrowPages) await step(`毕业生的手机窄到 320 px，没有一处放不下：${path}`, () => fitsNarrow(narrow, path))
await step('毕业生的手机窄到 320 px：一路没有差错', () => narrow.end())

await walkSeason(browser, served.url, step)

await browser.close()
await step('收到 SIGTERM，办完手头的事，以 0 退出', async () => {
  const code = await served.stop()
  if (code !== 0) throw new Error(`exit code ${code}`)
})

process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
