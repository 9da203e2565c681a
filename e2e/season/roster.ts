import type { Page } from 'playwright-core'
import type { Walk } from '../walk.ts'

const cell = (page: Page, row: number, field: string) => page.locator(`td[data-row="${row}"][data-field="${field}"]`)

/** What a secretary types into the red cells of examples/2023/roster-messy.xlsx, by the rows of the file. */
const typed: readonly [row: number, field: string, text: string][] = [
  [14, 'idNumber', '449901200107074598'],
  [43, 'joinedOn', '2020-06-14'],
  [45, 'name', '梁语桐'],
  [53, 'membership', '预备党员'],
]
/** Where the product's own guess is right. */
const taken: readonly [row: number, field: string][] = [
  [24, 'bornOn'],
  [39, 'branch'],
]
/** Rows of the file that name this branch, the misspelt one among them. */
export const ROWS = 19

export async function importRoster(walk: Walk) {
  const { page } = walk
  await page.goto('/roster')
  const before = await walk.read<{ total: number }>(`cohorts/${await walk.cohort()}/graduates?limit=1`)
  await page.goto('/roster/import')
  await page.locator('input[type=file]').setInputFiles('examples/2023/roster-messy.xlsx')
  await page.getByRole('heading', { name: '核对名册' }).waitFor()
  await page.getByText(`还有 ${typed.length + taken.length} 行有误`).waitFor()
  await walk.keep('import-check')
  for (const [row, field] of taken) {
    await cell(page, row, field).locator('.grid-guess').click()
    await cell(page, row, field).locator('.grid-wrong').waitFor({ state: 'detached' })
  }
  for (const [row, field, text] of typed) {
    await cell(page, row, field).dblclick()
    await page.getByLabel('改这一格').fill(text)
    await page.keyboard.press('Enter')
    await cell(page, row, field).locator('.grid-wrong').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: `提交 ${ROWS} 行` }).click()
  await walk.keep('import-choose', ['desk'])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `写入 ${ROWS} 行` })
    .click()
  await page.getByText(`已写入 ${ROWS} 人`).waitFor()
  await walk.keep('import-done')
  const after = await walk.read<{ total: number }>(`cohorts/${await walk.cohort()}/graduates?limit=1`)
  if (after.total - before.total !== ROWS) throw new Error(`the roster grew by ${after.total - before.total}, not by ${ROWS}`)
}

export async function confirmItems(walk: Walk) {
  const { page } = walk
  await page.goto('/education?q=梁语桐')
  await page.getByRole('checkbox', { name: '选择 梁语桐 未做的项目' }).check()
  await page.getByRole('button', { name: '确认 5 项' }).click()
  await page.getByLabel('凭据').fill('5 月 25 日专题党课签到表')
  await walk.keep('education-confirm', ['desk'])
  await page.getByRole('dialog').getByRole('button', { name: '确认 5 项' }).click()
  await page.getByText('已确认 5 项').waitFor()
  await page
    .getByRole('row', { name: /梁语桐/ })
    .getByText('齐')
    .waitFor()
}

/** Chosen people get a mark and a teacher at once, shown person by person first; the list of them is kept under a name. */
export async function markPeople(walk: Walk) {
  const { page } = walk
  await page.goto('/roster?search=梁语桐')
  await page.getByRole('checkbox', { name: '选择 梁语桐' }).check()
  await page.getByRole('button', { name: '批量修改 1 人' }).click()
  await page.getByLabel('打标签', { exact: true }).fill('考研')
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByText('将修改 1 人').waitFor()
  await walk.keep('roster-batch', ['desk'])
  await page.getByRole('button', { name: '修改 1 人' }).last().click()
  await page.getByText('已修改 1 人').waitFor()
  await page.goto('/roster?tag=考研')
  await page.getByRole('link', { name: '梁语桐' }).waitFor()
  await page.getByRole('button', { name: '存为常用视图' }).click()
  await page.getByLabel('名字').fill('考研的人')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('navigation', { name: '常用视图' }).getByRole('link', { name: '考研的人' }).waitFor()
}

/** Name or pinyin finds the person; the page tells facts, items and what happened, in one timeline. */
export async function openPerson(walk: Walk) {
  const { page } = walk
  await page.goto('/roster')
  await page.getByPlaceholder(/姓名、拼音/).fill('liangyutong')
  await page.getByRole('link', { name: '梁语桐' }).click()
  await page.getByRole('heading', { name: '梁语桐' }).waitFor()
  await page.getByText('登记入册').first().waitFor()
  await walk.keep('person')
}
