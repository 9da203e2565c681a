/** Letters as sheets of paper: the words here, their place on the page in `sheet.typ`. */
import { readFileSync } from 'node:fs'
import { dayInWords } from '../../kernel/day.ts'
import { qrDrawing } from './qr.ts'
import { type LetterContent, type LetterReceipt, seamNumber, writtenDays, writtenMonth } from './rules.ts'

/** Millimetres by which the print is moved, for printers that feed askew: right and down are positive. */
export type PrintOffset = { right: number; down: number }

export type SheetOptions = { paper: 'blank'; offset?: PrintOffset }

/** What `platform/typesetting` needs to make the PDF. */
export type Sheets = { source: string; data: unknown }

const source = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8')

/** 汉族 fills the blank before the printed 族; 其他 stands alone. */
const beforeZu = (group: string) => ({ group: group.replace(/族$/, ''), zu: group.endsWith('族') ? '族' : '' })

/** May break after any character: a zero-width space between each two. */
const breakable = (text: string) => [...text].join('\u{200b}')

/** Han text breaks anywhere; a Latin word too long for the narrowest line must be told that it may. */
const softened = (text: string) => text.replace(/[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]{25,}/gu, breakable)

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

/** One A4 page a letter, three parts on each, in the order given. */
export const letterSheets = (contents: readonly LetterContent[], { offset }: SheetOptions): Sheets => ({
  source,
  data: { offset: offset ?? { right: 0, down: 0 }, letters: contents.map(sheet) },
})
