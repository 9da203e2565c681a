/** All that is held about a member, as a file for the member: to be read, or to be taken elsewhere. */
import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import { dayInWords } from '../../../kernel/day.ts'
import { type OwnDataPart, type OwnDataRow, ownDataParts, type RequestContext } from '../../accounts/index.ts'
import { school } from '../../orgs/index.ts'
import { ownKnown } from './held.ts'

const source = readFileSync(new URL('./own-data.typ', import.meta.url), 'utf8')

/** With more columns than these an entry is told line by line. */
const TABLE_COLUMNS = 5

type Told = Pick<OwnDataPart, 'key' | 'label' | 'columns'> & { rows: readonly OwnDataRow[] }
type Gathered = { school: string; name: string; studentNumber: string; branch: string; parts: Told[] }

async function gathered(context: RequestContext, form: string): Promise<Gathered> {
  const { trx, scope, record } = context
  const known = await ownKnown(context)
  const { memberId, path, branch } = known.held
  if (memberId !== scope.member) throw new ORPCError('NOT_FOUND')
  const parts: Told[] = []
  for (const { key, label, columns, read } of ownDataParts()) parts.push({ key, label, columns, rows: await read(context, memberId) })
  record({ kind: 'member', id: memberId, path, after: { form, parts: parts.map(({ key }) => key) } })
  return { school: (await school(trx, scope.school)).name, name: known.name, studentNumber: known.studentNumber, branch, parts }
}

/** Han text breaks anywhere; a Latin word too long for a narrow column must be told that it may. An ID number is shorter, and stays whole. */
const softened = (text: string) => text.replace(/[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]{20,}/gu, word => [...word].join('\u{200b}'))

const paperPart = ({ label, columns, rows }: Told) => {
  const keys = Object.keys(columns)
  const cells = rows.map(row => keys.map(key => softened(row[key] ?? '')))
  const asTable = keys.length <= TABLE_COLUMNS
  return {
    label,
    head: asTable ? Object.values(columns) : [],
    table: asTable ? cells.map(row => row.map(text => text || '–')) : [],
    entries: asTable ? [] : cells.map(row => row.flatMap((text, at) => (text ? [[columns[keys[at]!]!, text]] : []))),
  }
}

type Typeset = Pick<RequestContext, 'typesetting' | 'today'>

async function pdf({ typesetting, today }: Typeset, { parts, ...whose }: Gathered): Promise<Uint8Array> {
  const told = parts.map(paperPart)
  const texts = [whose.name, ...parts.flatMap(({ rows }) => rows.flatMap(row => Object.values(row).flatMap(text => text ?? [])))]
  const characters = [...new Set(typesetting.missingGlyphs(texts).flatMap(({ characters: some }) => some))]
  const data = { ...whose, on: dayInWords(today), parts: told, unprintable: characters.map(character => `U+${codeOf(character)}`) }
  return typesetting.typeset(source, data)
}

const codeOf = (character: string) => character.codePointAt(0)!.toString(16).toUpperCase()

/** Gathered and put on record in one transaction, set in type outside it. */
export async function downloadOwn(context: RequestContext, form: 'pdf' | 'json'): Promise<File> {
  const found = await context.within(inside => gathered(inside, form))
  const name = `我的资料 ${found.name} ${context.today}.${form}`
  if (form === 'pdf') return new File([(await pdf(context, found)) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
  const { parts, ...whose } = found
  const text = JSON.stringify({ ...whose, on: context.today, parts }, null, 2)
  return new File([text], name, { type: 'application/json' })
}
