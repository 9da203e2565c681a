import { Walk } from '../walk.ts'
import { OWN_LOGIN } from './own-data.ts'

const TITLE = '重温入党誓词'

/** The code is on the wall; a member's phone opens what its camera reads there, and the wall counts one more without being loaded again. */
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

  const id = new URL(page.url()).pathname.split('/')[2]
  const { scan } = await wall.read<{ scan: string }>(`activities/${id}/code`)
  const phone = await Walk.begin(page.context().browser()!, new URL(page.url()).origin, OWN_LOGIN, true)
  await phone.page.goto('/me/activities')
  await phone.page.getByRole('button', { name: '我参加' }).waitFor()
  await phone.keep('me-activities', ['phone'])
  const { pathname, hash } = new URL(scan)
  await phone.page.goto(`${pathname}${hash}`)
  await phone.page.getByRole('status').getByText('到会').waitFor()
  await phone.keep('me-signed', ['phone'])
  await phone.page.goto('/me/sign-in#nothing')
  await phone.page.getByRole('alert').getByText('这个签到码不对').waitFor()
  await phone.end()

  await page.getByText(`已到 ${there + 1} 人，应到`).waitFor()
}

/** The branch writes down who has no phone, and closes its list. */
export async function closeList(walk: Walk) {
  const { page } = walk
  await page.goto('/activities')
  await page.getByRole('link', { name: TITLE }).first().click()
  const list = page.getByRole('region', { name: /应到的人/ })
  await list.getByRole('checkbox').nth(1).check()
  await list.getByRole('checkbox').nth(2).check()
  await page.getByRole('button', { name: '到会 2 人' }).click()
  await page.getByText('已登记 2 人').waitFor()
  await page.getByRole('button', { name: '结束登记' }).click()
  await page.getByText(/签到表已结束，3 人到会/).waitFor()
  await page.getByText(/已结束，计入 \d 项/).waitFor()
  await walk.keep('activity-closed', ['desk'])
}
