/** The office's year around the cases: its plan, its notice, and what branches do about both. */
import { readFile } from 'node:fs/promises'
import type { Walk } from '../walk.ts'

const LATER = '7月3日'

/** The notice says another day: it is found, taken, seen for whom it counts, and saved with a reason. */
export async function changePlan(walk: Walk) {
  const { page } = walk
  const notice = await readFile('examples/2023/notice-2023.txt', 'utf8')
  await page.goto('/plan/edit?part=milestones')
  await page.getByText('从通知正文里找期限').click()
  await page.getByRole('textbox', { name: '把通知全文粘贴到这里' }).fill(notice.replaceAll('6月30日', LATER))
  await page.getByRole('button', { name: '找一找' }).click()
  await page.getByText('转出登记（附件2）在通知里有 2 个日期').waitFor()
  await walk.keep('plan-edit')
  await page.getByRole('listitem').filter({ hasText: '总结归档' }).getByRole('button', { name: '采用' }).click()
  await page.getByRole('button', { name: '看涉及谁，再保存' }).click()
  const dialog = page.getByRole('dialog', { name: '保存为新版本' })
  await dialog.getByText(/涉及 二级党组织 \d+/).waitFor()
  await walk.checkAccess('the changes of a plan')
  await dialog.getByLabel('为什么改').fill('通知更正了归档日期')
  await dialog.getByRole('button', { name: '保存并即时生效' }).click()
  await page.getByText('现行第 2 版').waitFor()
  await page.goto('/plan/versions')
  await page.getByText('通知更正了归档日期').waitFor()
  await walk.keep('plan-versions')
}

async function openNotice(walk: Walk) {
  const { page } = walk
  await page.goto('/notices')
  await page
    .getByRole('link', { name: /教育管理与组织关系接转工作的通知/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '通知', exact: true }).waitFor()
}

export async function reportDuty(walk: Walk) {
  const { page } = walk
  await openNotice(walk)
  await page.getByRole('button', { name: /^报完成：逐人核对去向/ }).click()
  const dialog = page.getByRole('dialog', { name: '报完成' })
  await dialog.getByRole('textbox').fill('已逐人核对')
  await dialog.getByRole('button', { name: '报完成' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('说明：已逐人核对').waitFor()
  await walk.keep('notice-branch')
}

/** Who has read, signed, forwarded; who has done what. */
export async function followNotice(walk: Walk) {
  await walk.page.goto('/notices')
  await walk.keep('notices')
  await openNotice(walk)
  await walk.keep('notice')
}

/** Keys alone: pages, original, all of a paper in order; saved as typed. */
export async function enterDossier(walk: Walk) {
  const { page } = walk
  await page.goto('/dossiers')
  await walk.keep('dossiers')
  await page.goto('/dossiers/entry')
  await page.getByRole('grid').waitFor()
  await walk.keep('dossiers-entry', ['desk'])
  await page.getByRole('gridcell').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('a')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await page.getByText('已全部保存').waitFor()
}
