/** Letters on pre-printed paper: what varies, at its places, and nothing else. */
import { qrDrawing } from '../qr.ts'
import { type LetterContent, type LetterReceipt, type PrintOffset, seamNumber, writtenDays, writtenMonth } from '../rules.ts'
import { breakable } from './breaking.ts'
import { type Page, type PlacedDrawing, placedSheets, type Sheets, wordsAt } from './placed.ts'
import { type Blank, blanks, places, qrPlace } from './places.ts'

const dateOf = (day: string) => day.split('-').map(Number).map(String) as [string, string, string]

const wordsOf = (letter: LetterContent): Record<Blank, string> => {
  const [year, month, day] = dateOf(letter.issuedOn)
  const dues = writtenMonth(letter.duesPaidTo, letter.numerals)
  return {
    'stub-number': letter.number,
    'stub-name': letter.name,
    'stub-membership': letter.membership,
    'stub-from': letter.from,
    'stub-to': letter.to,
    'stub-addressee': letter.addressee,
    'stub-year': year,
    'stub-month': month,
    'stub-day': day,
    seam: seamNumber(letter.numberInYear),
    number: letter.number,
    addressee: letter.addressee,
    name: letter.name,
    sex: letter.sex,
    age: String(letter.age),
    ethnic: letter.ethnicGroup,
    membership: letter.membership,
    id: letter.idNumber,
    from: letter.from,
    to: letter.to,
    'dues-year': dues.year,
    'dues-month': dues.month,
    days: writtenDays(letter.validDays, letter.numerals),
    year,
    month,
    day,
    phone: letter.phone,
    'receipt-number': letter.number,
    'receipt-name': letter.name,
  }
}

const qrOf = ({ url }: LetterReceipt): { drawings: PlacedDrawing[]; words: ReturnType<typeof wordsAt>[] } => ({
  drawings: [{ x: qrPlace.x, y: qrPlace.y, width: qrPlace.width, svg: qrDrawing(url) }],
  words: [wordsAt(qrPlace.address, breakable(url), { face: 'code' })],
})

const page = (letter: LetterContent): Page => {
  const said = wordsOf(letter)
  const qr = letter.receipt ? qrOf(letter.receipt) : { drawings: [], words: [] }
  const words = blanks.flatMap(blank => (said[blank] === '' ? [] : [wordsAt(places[blank], said[blank])]))
  return { words: [...words, ...qr.words], lines: [], drawings: qr.drawings }
}

/** One page a letter, in the order given. */
export const overprintSheets = (contents: readonly LetterContent[], offset: PrintOffset): Sheets =>
  placedSheets('中国共产党党员组织关系介绍信', contents.map(page), offset)
