/** The letter reaches its receiver, who has nothing but the paper: the code on part 3, the number, the ID number. */
import type { Walk } from '../walk.ts'
import { heldPaper, type Paper } from './paper.ts'
import { GRADUATE } from './transfer.ts'

const BELOW = '中共文新示范街道工作委员会'

export async function handOutLetter(walk: Walk) {
  const { page } = walk
  await page.goto(`/transfers?q=${GRADUATE.name}`)
  await page.getByRole('link', { name: GRADUATE.name }).click()
  await page.getByRole('button', { name: '登记信已领取' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '登记信已领取' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function prove({ page }: Walk, { number, last4 }: Paper) {
  await page.getByLabel('介绍信编号').fill(number)
  await page.getByLabel('党员身份证号后四位').fill(last4)
  await page.getByRole('button', { name: '核对介绍信' }).click()
}

/** A wrong last four first, which tells nothing; then what stands on the paper, and the answer; then nothing more to see. */
export async function answerLetter(walk: Walk) {
  const paper = heldPaper()
  if (!paper) return
  const { page } = walk
  await page.goto(`/r/${paper.code}`)
  await walk.keep('receipt', ['desk', 'phone'])
  await prove(walk, { ...paper, last4: '0000' })
  await page.getByText(/^没有对上/).waitFor()
  await prove(walk, paper)
  await page.getByText(`${GRADUATE.name}同志`).waitFor()
  await walk.keep('receipt-letter', ['desk', 'phone'])
  await page.getByRole('radio', { name: /已转往下级党组织/ }).check()
  await page.getByLabel('转往哪个党组织').fill(BELOW)
  await page.getByLabel('经办人').fill('俞某')
  await page.getByLabel('办公电话').fill('0571-88000000')
  await page.getByRole('button', { name: '提交回应：已转往下级' }).click()
  await page.getByRole('heading', { name: '回应已送达学校' }).waitFor()
  await walk.keep('receipt-kept', ['phone'])
  await page.reload()
  await prove(walk, paper)
  await page.getByRole('heading', { name: '这封介绍信已有回应' }).waitFor()
  if ((await page.locator('body').textContent())?.includes(GRADUATE.name))
    throw new Error('an answered code still tells whose letter it is')
}

export async function checkAnswer(walk: Walk) {
  const paper = heldPaper()
  if (!paper) return
  const { page } = walk
  await page.goto('/transfers?state=answered')
  await page.getByRole('row', { name: /对方已转往下级，待核/ }).waitFor()
  await page.getByRole('link', { name: GRADUATE.name }).click()
  await page.getByRole('heading', { name: '对方的网上回应' }).waitFor()
  await page.getByText('0571-88000000').waitFor()
  await walk.keep('case-answered', ['desk'])
  await page.getByRole('button', { name: '登记转往下级' }).click()
  const dialog = page.getByRole('dialog')
  const named = await dialog.getByRole('textbox').first().inputValue()
  if (named !== BELOW) throw new Error(`the receiver named ${BELOW}, the office is shown ${named}`)
  await dialog.getByRole('button', { name: '登记转往下级' }).click()
  await dialog.waitFor({ state: 'detached' })
}
