import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cameraShowing, openBrowser } from '../browser.ts'
import { Walk } from '../walk.ts'
import { filmCode } from './film.ts'

const TITLE = '重温入党誓词'
const BRANCH = '英语第一党支部'

/** Whose accounts the demonstration made; those who were imported a moment ago have not been given a password yet. */
const HAS_ACCOUNT = /^2019500/

type Called = { graduateId: string; studentNumber: string; branchName: string; attendance: object | null }

/** Who signs in by phone, and is looked at again when the list is closed. */
let signer = ''

/** Somebody of the branch who is not there yet and lacks the item that being there counts for. */
async function someoneMissing(wall: Walk, id: string): Promise<string> {
  const people = await wall.read<Called[]>(`activities/${id}/people`)
  const lacking = await wall.read<{ rows: { graduateId: string }[] }>(
    `education/items?cohortId=${await wall.cohort()}&lacks=oath&limit=100`,
  )
  const lacks = new Set(lacking.rows.map(({ graduateId }) => graduateId))
  const found = people.findLast(
    one => one.branchName === BRANCH && !one.attendance && HAS_ACCOUNT.test(one.studentNumber) && lacks.has(one.graduateId),
  )
  if (!found) throw new Error(`Nobody of ${BRANCH} is missing`)
  return found.studentNumber
}

/** Opens 扫码签到 from the list of activities, as a thumb does. */
async function openScanner({ page }: Walk) {
  await page.goto('/me/activities')
  await page.getByRole('link', { name: '扫码签到' }).click()
  await page.getByRole('heading', { name: '扫码签到' }).waitFor()
}

/** The phone's camera is a film of the wall, written anew each time before the page asks for the camera. */
async function scanWall(wall: Walk, id: string, phone: Walk, film: string) {
  const { page } = phone
  await page.goto('/me')
  await page.getByRole('link', { name: '扫码签到' }).waitFor()
  await page.goto('/me/activities')
  await page.getByRole('button', { name: '我参加' }).waitFor()
  await phone.keep('me-activities', ['phone'])
  await filmCode('https://example.org/menu', film)
  await openScanner(phone)
  await page.getByRole('status').getByText('这不是启程的签到码').waitFor()
  await phone.keep('me-scan', ['phone'])

  const { scan } = await wall.read<{ scan: string }>(`activities/${id}/code`)
  await filmCode(scan, film)
  await openScanner(phone)
  await page.getByRole('status').getByText('到会').waitFor()
  await phone.keep('me-signed', ['phone'])
  if (page.url().includes(new URL(scan).hash.slice(1))) throw new Error('The code stays in the address')
  if ((await page.locator('video').count()) > 0) throw new Error('The camera is still on')
}

/** What the phone's own camera opens signs in at once, and leaves nothing in the address. */
async function openAddress({ page }: Walk) {
  await page.goto('/me/sign-in#nothing')
  await page.getByRole('alert').getByText('这个签到码不对').waitFor()
  await page.waitForURL(address => address.hash === '')
}

/** The code is on the wall; a member reads it with the phone's camera, and the wall counts one more without being loaded again. */
export async function signInTogether(wall: Walk) {
  const { page } = wall
  await page.goto('/activities')
  await page.getByRole('link', { name: TITLE }).first().waitFor()
  await wall.keep('activities')
  await page.getByRole('link', { name: TITLE }).first().click()
  await page.getByRole('button', { name: '投屏签到码' }).waitFor()
  await wall.keep('activity')
  await page.getByRole('button', { name: '投屏签到码' }).click()
  await page.getByRole('img', { name: /签到二维码/ }).waitFor()
  await wall.keep('activity-code', ['desk'])
  await page.getByText(/应到 [1-9]\d* 人/).waitFor()
  const there = Number(await page.locator('.code-there b').textContent())

  const id = new URL(page.url()).pathname.split('/')[2]!
  signer = await someoneMissing(wall, id)
  const folder = await mkdtemp(join(tmpdir(), 'qicheng-film-'))
  const film = join(folder, 'wall.y4m')
  const browser = await openBrowser(cameraShowing(film))
  try {
    const phone = await Walk.begin(browser, new URL(page.url()).origin, signer, true)
    await scanWall(wall, id, phone, film)
    await page.getByText(`已到 ${there + 1} 人，应到`).waitFor()
    await openAddress(phone)
    await phone.end()
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The branch writes down who has no phone, and closes its list; whoever signed in sees the item ticked. */
export async function closeList(walk: Walk) {
  const { page } = walk
  await page.goto('/activities')
  await page.getByRole('link', { name: TITLE }).first().click()
  const list = page.getByRole('region', { name: /应到的人/ })
  await list.getByRole('checkbox').nth(1).check()
  const id = new URL(page.url()).pathname.split('/')[2]!
  const there = (await walk.read<Called[]>(`activities/${id}/people`)).filter(({ attendance }) => attendance).length
  await list.getByRole('checkbox').nth(2).check()
  await page.getByRole('button', { name: '到会 2 人' }).click()
  await page.getByText('已登记 2 人').waitFor()

  const phone = await Walk.begin(page.context().browser()!, new URL(page.url()).origin, signer, true)
  const oath = phone.page.locator('.own-items li', { hasText: '重温誓词' })
  await phone.page.getByText(`“${TITLE}”已签到，待支部结束登记`).waitFor()
  if (await oath.evaluate(item => item.classList.contains('own-item-done'))) throw new Error('Ticked before the branch has closed')

  await page.getByRole('button', { name: '结束登记' }).click()
  await page.getByText(`签到表已结束，${there + 2} 人到会`).waitFor()
  await page.getByText(/已结束，计入 \d 项/).waitFor()
  await walk.keep('activity-closed', ['desk'])

  await phone.page.goto('/me')
  await phone.page.locator('.own-items li.own-item-done', { hasText: '重温誓词' }).waitFor()
  await phone.end()
}
