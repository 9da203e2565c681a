/** Letters as sheets of paper: the words here, their place on the page in `sheet.typ`. */
import { readFileSync } from 'node:fs'
import { dayInWords } from '../../kernel/day.ts'
import { breakable, softened } from './paper/breaking.ts'
import { overprintSheets } from './paper/overprint.ts'
import type { Sheets } from './paper/placed.ts'
import { qrDrawing } from './qr.ts'
import {
  type LetterContent,
  type LetterReceipt,
  type PrintKind,
  type PrintOffset,
  STRAIGHT,
  seamNumber,
  writtenDays,
  writtenMonth,
} from './rules.ts'

export type SheetOptions = { paper: PrintKind; offset?: PrintOffset }

const source = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8')

/** 汉族 fills the blank before the printed 族; 其他 stands alone. */
const beforeZu = (group: string) => ({ group: group.replace(/族$/, ''), zu: group.endsWith('族') ? '族' : '' })

/** Words so short that they surely have room in the wanted size. A long Latin word may leave half a line empty: not sure then. */
const sure = (most: number, ...texts: string[]) => texts.join('').length <= most && !texts.some(text => /[!-~]{9,}/.test(text))

const qr = ({ url }: LetterReceipt) => ({ image: qrDrawing(url), address: breakable(url) })

const labelled = (entries: readonly (readonly [label: string, words: string])[]) =>
  entries
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}：${softened(words)}`)
    .join('　　')

const contact = ({ phone, committee }: LetterContent) =>
  [
    labelled([
      ['党员联系电话', phone],
      ['党委电话', committee.phone],
      ['传真', committee.fax],
    ]),
    labelled([
      ['通讯处', committee.address],
      ['邮编', committee.postCode],
    ]),
  ].join('\n')

/** Counted in characters of full width from the lines that each part holds; what is not sure is measured. */
const room = ({ name, from, to, addressee, phone, committee }: LetterContent) => ({
  stub: sure(70, name, from, to, addressee),
  letter: sure(34, addressee) && sure(60, name, from, to),
  contact: sure(30, committee.address) && [phone, committee.phone, committee.fax, committee.postCode].join('').length <= 50,
  receipt: sure(24, committee.receiptTo) && sure(12, name),
})

const sheet = (letter: LetterContent) => ({
  number: letter.number,
  seam: seamNumber(letter.numberInYear),
  issued: dayInWords(letter.issuedOn),
  days: writtenDays(letter.validDays, letter.numerals),
  dues: writtenMonth(letter.duesPaidTo, letter.numerals),
  addressee: softened(letter.addressee),
  name: softened(letter.name),
  sex: letter.sex,
  age: String(letter.age),
  ethnic: beforeZu(letter.ethnicGroup),
  membership: letter.membership,
  id: letter.idNumber,
  from: softened(letter.from),
  to: softened(letter.to),
  contact: contact(letter),
  receiptTo: softened(letter.committee.receiptTo),
  sure: room(letter),
  qr: letter.receipt && qr(letter.receipt),
})

/** One A4 page a letter, three parts on each, in the order given: the whole, or what varies where the form stands already. */
export const letterSheets = (contents: readonly LetterContent[], { paper, offset = STRAIGHT }: SheetOptions): Sheets =>
  paper === 'overprint' ? overprintSheets(contents, offset) : { source, data: { offset, letters: contents.map(sheet) } }
