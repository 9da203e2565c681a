import type { Locator } from 'playwright-core'
import type { Walk } from '../walk.ts'

const text = (words: string) => (control: Locator) => control.getByRole('textbox').or(control.getByRole('combobox')).first().fill(words)
const choice = (name: string) => (control: Locator) => control.getByRole('radio', { name, exact: true }).check()

/** The graduate's answers, by a word of the question; a question that is not here is left open. */
const answers: readonly [word: string, give: (control: Locator) => Promise<unknown>][] = [
  ['毕业后你去哪里', choice('就业（单位有党组织）')],
  ['你要去的单位', text('珠江智能装备有限公司')],
  ['属于哪个系统', choice('地方')],
  [
    '党组织在哪里',
    async control => {
      for (const name of ['湖南省', '长沙市', '岳麓区']) await control.getByRole('button', { name, exact: true }).click()
      await control.getByText('湖南省长沙市岳麓区').waitFor()
    },
  ],
  ['抬头', text('中共长沙市岳麓区委员会组织部')],
  ['哪个党支部', text('珠江智能装备有限公司党委第一党支部')],
  [
    '由谁联系',
    async control => {
      await control.getByRole('textbox', { name: '姓名' }).fill('秦若水')
      await control.getByRole('textbox', { name: '电话' }).fill('19900000011')
    },
  ],
  [
    '确认可以转入',
    async control => {
      await choice('是')(control)
      await control.locator('input[type=date]').fill('2023-06-06')
    },
  ],
  ['要求纸质介绍信', choice('要求')],
  ['报到', control => control.locator('input').fill('2023-07-15')],
  [
    '党费交到',
    async control => {
      await control.getByLabel('年', { exact: true }).selectOption('2023')
      await control.getByLabel('月', { exact: true }).selectOption('06')
    },
  ],
]

/** About ten questions on a phone, one a screen. */
export async function fillDestination(walk: Walk) {
  const { page } = walk
  await page.goto('/me/destination')
  const title = page.locator('.question h2')
  for (;;) {
    const asked = (await title.textContent()) ?? ''
    if (asked.includes('看一遍')) break
    const answer = answers.find(([word]) => asked.includes(word))
    await answer?.[1](page.locator('.question-control'))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '下一题' }).click()
    await title.filter({ hasNotText: asked }).waitFor()
  }
  await page.getByText('草稿已存').waitFor()
  await walk.keep('me-destination-summary', ['phone'])
  await page.getByRole('button', { name: '提交给支部' }).click()
  await page.getByText('待支部核').first().waitFor()
  await walk.keep('me-destination-sent', ['phone'])
}
