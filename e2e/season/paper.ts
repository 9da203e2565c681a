/** The letter as its receiver holds it, read from the print as an eye would. */
import { spawnSync } from 'node:child_process'
import { has } from '../../tests/tools.ts'

export type Paper = { code: string; number: string; last4: string }
let paper: Paper | undefined

const read = (text: string, what: RegExp) => {
  const found = what.exec(text)?.[1]
  if (!found) throw new Error(`the paper does not show ${what}`)
  return found
}

/** Without poppler the receiver is given nothing to answer. */
export function keepPaper(pdf: Uint8Array) {
  if (!has('pdftotext')) return void process.stdout.write('    没有 pdftotext，接收方一段略过\n')
  const text = spawnSync('pdftotext', ['-', '-'], { input: pdf })
    .stdout.toString()
    .replace(/[\s\u200b]/g, '')
  paper = {
    code: read(text, /\/r\/([a-z0-9]+-[a-z0-9]{26})/),
    number: read(text, /([^第]{1,12}〔\d{4}〕\d{4,}号)/),
    last4: read(text, /\d{14}(\d{3}[\dX])/),
  }
}

export const heldPaper = () => paper
