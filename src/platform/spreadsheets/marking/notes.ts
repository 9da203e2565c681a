/** The notes of a sheet: ours come and go, everybody else's stay. */

import { asBytes, asText } from '../parts/package.ts'
import { appended, type Change, changed, type Element, elementsOf, escaped, prefixOf } from '../parts/tags.ts'
import { attributesOf } from '../xml.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The head of our column. */
export const PROBLEMS = '问题'
const AUTHOR = '启程'
/** What our words begin with, alone or at the end of another's note: not every program keeps the author. */
const SIGN = `【${AUTHOR}】`
/** On the head of our column: by it the column is known again, wherever it was moved to. */
const COLUMN = '这一列由启程填写'
export const COLUMN_NOTE = `${COLUMN}：改好红色的格子后直接上传本表即可，这一列不会被读取，再次标注时会重新填写。`

export const noNotes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${MAIN}"><authors/><commentList/></comments>`

type Note = Element & { ref: string; author: string; xml: string; isOwn: boolean; isSigned: boolean }

const textOf = (xml: string): string => {
  const parts: string[] = []
  for (const { inside, close } of elementsOf(xml, name => name === 't')) parts.push(xml.slice(inside, close))
  return asText(parts.join(''))
}

export class Notes {
  readonly #xml: string
  readonly #prefix: string
  readonly #list: Element | undefined
  readonly #authors: Element | undefined
  readonly #names: string[]
  readonly #notes: Note[]

  constructor(xml: string) {
    this.#xml = xml
    this.#prefix = prefixOf(xml)
    const elements = elementsOf(xml, (name, depth) => (depth === 1 || depth === 2) && /^(?:authors?|commentList|comment)$/.test(name))
    this.#list = elements.find(({ name }) => name === 'commentList')
    this.#authors = elements.find(({ name }) => name === 'authors')
    this.#names = elements.filter(({ name }) => name === 'author').map(({ inside, close }) => asText(xml.slice(inside, close)))
    this.#notes = elements
      .filter(({ name }) => name === 'comment')
      .map(element => {
        const { ref = '', authorId } = attributesOf(xml.slice(element.from, element.inside))
        const whole = xml.slice(element.from, element.to)
        const [author = '', text] = [this.#names[Number(authorId)], textOf(whole).trimStart()]
        const isOwn = author === AUTHOR || text.startsWith(SIGN)
        return { ...element, ref, author, xml: whole, isOwn, isSigned: isOwn || text.includes(SIGN) }
      })
  }

  /** Cells whose note is ours alone. */
  get own(): string[] {
    return this.#notes.filter(({ isOwn }) => isOwn).map(({ ref }) => ref)
  }

  /** Whether the sheet was marked before. */
  get isMarked(): boolean {
    return this.#notes.some(({ isSigned }) => isSigned)
  }

  /** The head of the column of an earlier marking. */
  get columnHead(): string | null {
    return this.#notes.find(({ isOwn, xml }) => isOwn && textOf(xml).includes(COLUMN))?.ref ?? null
  }

  /** With these notes and none of the earlier ones; `drawn` are the cells that need a shape of their own. */
  written(said: ReadonlyMap<string, string>): { pieces: string[]; drawn: string[] } {
    const others = this.#notes.filter(({ isOwn }) => !isOwn)
    const kept = new Set(others.map(({ ref }) => ref))
    const drawn = [...said.keys()].filter(ref => !kept.has(ref))
    const changes: Change[] = this.#notes.filter(({ isOwn }) => isOwn).map(({ from, to }) => ({ from, to, text: '' }))
    for (const note of others) {
      const text = this.#withSaid(note, said.get(note.ref))
      if (text !== note.xml) changes.push({ from: note.from, to: note.to, text })
    }
    return { pieces: changed(this.#xml, [...changes, ...this.#added(drawn, said)]), drawn }
  }

  #added(drawn: readonly string[], said: ReadonlyMap<string, string>): Change[] {
    if (drawn.length === 0 || !this.#list || !this.#authors) return []
    const p = this.#prefix
    const known = this.#names.indexOf(AUTHOR)
    const author = known >= 0 ? known : this.#names.length
    const notes = drawn.map(ref => {
      const text = `<${p}text><${p}t xml:space="preserve">${asBytes(escaped(SIGN + said.get(ref)!))}</${p}t></${p}text>`
      return `<${p}comment ref="${ref}" authorId="${author}">${text}</${p}comment>`
    })
    const name = known >= 0 ? [] : [appended(this.#xml, this.#authors, `<${p}author>${asBytes(AUTHOR)}</${p}author>`)]
    return [...name, appended(this.#xml, this.#list, notes.join(''))]
  }

  /** Another's note loses the lines that we added before, and gets those of now. A thread is answered elsewhere. */
  #withSaid({ xml, author, isSigned }: Note, said: string | undefined): string {
    const bare = isSigned ? withoutSaid(xml) : xml
    if (said === undefined || author.startsWith('tc=')) return bare
    const text = elementsOf(bare, (name, depth) => depth === 1 && name === 'text')[0]
    if (!text) return bare
    const p = this.#prefix
    const runs = elementsOf(bare, (name, depth) => depth === 2 && name === 't').map(({ from, to }) => ({
      from,
      to,
      text: `<${p}r>${bare.slice(from, to)}</${p}r>`,
    }))
    const run = `<${p}r><${p}t xml:space="preserve">${asBytes(escaped(`\n${SIGN}${said}`))}</${p}t></${p}r>`
    return changed(bare, [...runs, appended(bare, text, run)]).join('')
  }
}

/** Some programs join the runs of a note: the words are cut where ours begin. */
const withoutSaid = (xml: string): string => {
  const mark = asBytes(SIGN)
  const texts = elementsOf(xml, name => name === 't')
  const first = texts.findIndex(({ inside, close }) => xml.slice(inside, close).includes(mark))
  if (first < 0) return xml
  const runs = elementsOf(xml, (name, depth) => depth === 2 && name === 'r')
  const changes: Change[] = []
  for (const { inside, close } of texts.slice(first)) {
    const text = xml.slice(inside, close)
    const kept = text.includes(mark) ? text.slice(0, text.indexOf(mark)).replace(/(?:\r?\n|&#(?:10|x0?a);)$/i, '') : ''
    const run = runs.find(({ from, to }) => from <= inside && close <= to)
    if (kept === '' && run) changes.push({ from: run.from, to: run.to, text: '' })
    else changes.push({ from: inside, to: close, text: kept })
  }
  return changed(xml, changes).join('')
}
