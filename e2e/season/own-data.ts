import type { Walk } from '../walk.ts'

export const OWN_LOGIN = '2019020901'
const NAME = '欧阳静怡'

/** One field counts at once, the other waits for the branch; what is wrong is said at the field. Then everything is taken home. */
export async function proposeCorrection(walk: Walk) {
  const { page } = walk
  await page.goto('/me')
  await page.getByRole('link', { name: /我的资料/ }).click()
  await page.getByRole('heading', { name: '我的资料' }).waitFor()
  await walk.keep('me-data', ['phone'])
  await page.getByRole('button', { name: '更正籍贯' }).click()
  await page.getByRole('textbox', { name: '籍贯' }).fill('广东省茂名市')
  await page.getByRole('button', { name: '更正手机' }).click()
  await page.getByRole('textbox', { name: '手机' }).fill('1990000')
  await page.getByText('草稿已存').waitFor()
  await page.getByRole('button', { name: '提交 2 项更正' }).click()
  await page.getByText(/应为 11 位手机号/).waitFor()
  await walk.keep('me-data-correcting', ['phone'])
  await page.getByRole('textbox', { name: '手机' }).fill('19900000999')
  await page.getByRole('button', { name: '提交 2 项更正' }).click()
  await page.getByText('已生效：手机。已交支部核对：籍贯。').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '可阅读的 PDF' }).click()
  const name = (await download).suggestedFilename()
  if (!name.startsWith(`我的资料 ${NAME}`)) throw new Error(`the file is called ${name}`)
}

export async function acceptCorrection(walk: Walk) {
  const { page } = walk
  await page.goto('/roster/corrections')
  await page.getByRole('link', { name: new RegExp(NAME) }).waitFor()
  await walk.keep('corrections')
  await page.getByRole('link', { name: new RegExp(NAME) }).click()
  await page.getByRole('heading', { name: '本人提出的更正' }).waitFor()
  await walk.keep('correction')
  await page.getByRole('button', { name: '采纳 1 项' }).click()
  await page.getByText('已核对，结果已告知本人').waitFor()
  await page.getByText('广东省茂名市').first().waitFor()
}
