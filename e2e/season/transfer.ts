import { readFile } from 'node:fs/promises'
import type { Walk } from '../walk.ts'
import { keepPaper } from './paper.ts'

export const GRADUATE = { login: '2019020901', name: '欧阳静怡' }

/** From the queue of one's own step to the case, and that step taken. */
export async function check(walk: Walk, queue: RegExp, keep: string) {
  const { page } = walk
  await page.goto('/transfers')
  await page.getByText(queue).first().click()
  await page.getByRole('link', { name: GRADUATE.name }).click()
  await page.getByRole('heading', { name: GRADUATE.name }).waitFor()
  await walk.keep(keep)
  await page.getByRole('button', { name: '核对通过' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '核对通过' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export async function submitRegister(walk: Walk) {
  const { page } = walk
  await page.goto('/submissions')
  await page.getByRole('link', { name: /^提交附件2/ }).click()
  await page.getByRole('cell', { name: GRADUATE.name }).first().waitFor()
  await walk.keep('submission-prepare')
  await page.getByRole('button', { name: /^提交附件2/ }).click()
  await page
    .getByText(/待接收/)
    .first()
    .waitFor()
}

export async function feedBack(walk: Walk) {
  const { page } = walk
  await page.goto(`/transfers?q=${GRADUATE.name}`)
  await page.getByRole('link', { name: GRADUATE.name }).click()
  await page.getByRole('button', { name: '反馈通过' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '反馈通过' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Issues the letter and saves its PDF, as the office does before it prints. */
export async function issueLetter(walk: Walk) {
  const { page } = walk
  await page.goto('/letters')
  await page
    .getByRole('row', { name: new RegExp(GRADUATE.name) })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: '开具 1 封' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '开具 1 封' }).click()
  await dialog.getByText('已开具 1 封').waitFor()
  await dialog.getByRole('button', { name: '打印 1 封' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '存为 PDF' }).click()
  const bytes = await readFile(await (await saved).path())
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-' || bytes.length < 10_000)
    throw new Error(`the letter is no PDF: ${bytes.length} bytes`)
  keepPaper(bytes)
}

/** 组织部 opens the newest 附件2 of the 总支 and accepts it. */
export async function acceptRegister(walk: Walk) {
  const { page } = walk
  await page.goto('/submissions')
  await page
    .getByRole('row', { name: /外国语学院党总支/ })
    .getByRole('link', { name: /待接收/ })
    .click()
  await page.getByRole('cell', { name: GRADUATE.name }).first().waitFor()
  await walk.keep('submission')
  await page.getByRole('button', { name: /^接收/ }).click()
  await page.getByText('已接收').first().waitFor()
}
