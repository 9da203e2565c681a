/** Tasks and days found in the text of a notice: proposals, each with the sentence that it rests on. People decide. */
import { type Day, isDay } from '../../../../kernel/day.ts'
import type { Level, Task } from '../codes.ts'
import type { Plan } from '../schema.ts'
import { levelWords, taskWords, usualLevel } from './words.ts'

/** `leaving`: 离校前, 毕业前. */
export type FoundDay = { kind: 'day'; day: Day } | { kind: 'leaving' }
export type Proposal = {
  task: Task
  level: Level
  /** False: the notice names nobody, and who usually does it is meant. */
  levelSaid: boolean
  due: FoundDay
  quote: string
  standing: 'same' | 'other-day' | 'new'
  held: Day | null
  note: string | null
}
/** One task with several days: the notice itself, or the notice against the season. */
export type Contradiction = { task: Task; days: { day: Day; level: Level; quote: string }[] }
export type NoticeHead = {
  number: string | null
  issuedOn: Day | null
  contact: string | null
  issuer: string | null
  title: string | null
}
export type NoticeRead = { head: NoticeHead; proposals: Proposal[]; contradictions: Contradiction[] }

export const doubtNote = '通知两处日期不一，请确认'

const DATE = /(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g
const MONTH_END = /(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月(?:份|底)/
const LEAVING = /离校(?:之)?前|毕业(?:之)?前/
/** A day from which something runs is no day by which it is done. */
const BEGINS = /^\s*(?:起|至|到|—|-|－|开始)/

const pad = (part: number) => String(part).padStart(2, '0')
const dayOf = (year: number, month: number, date: number): Day | null => {
  const written = `${year}-${pad(month)}-${pad(date)}`
  return isDay(written) ? written : null
}

const asDigits = (text: string) =>
  text.replace(/[０-９]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

const sentencesOf = (text: string) =>
  asDigits(text)
    .split(/[。\n]/)
    .flatMap(line => line.split(/[；;]/))
    .map(line => line.trim())
    .filter(line => line !== '')

/** The days of a sentence, each with the words around it up to the next day's: 请于6月10日前…报所在党支部；各党总支于6月15日前…. */
function foundIn(sentence: string, year: number): { due: FoundDay; around: string }[] {
  const marks = [...sentence.matchAll(DATE)].filter(mark => !BEGINS.test(sentence.slice(mark.index + mark[0].length)))
  const found = marks.flatMap((mark, at) => {
    const day = dayOf(Number(mark[1] ?? year), Number(mark[2]), Number(mark[3]))
    const from = at === 0 ? 0 : clauseBefore(sentence, mark.index)
    const until = at + 1 < marks.length ? clauseBefore(sentence, marks[at + 1]!.index) : sentence.length
    return day ? [{ due: { kind: 'day', day } as const, around: sentence.slice(from, until) }] : []
  })
  if (found.length > 0) return found
  const month = sentence.match(MONTH_END)
  if (month) {
    const [years, months] = [Number(month[1] ?? year), Number(month[2])]
    const last = [31, 30, 29, 28].map(date => dayOf(years, months, date)).find(day => day !== null)
    if (last) return [{ due: { kind: 'day', day: last }, around: sentence }]
  }
  return LEAVING.test(sentence) ? [{ due: { kind: 'leaving' }, around: sentence }] : []
}

const clauseBefore = (sentence: string, at: number) => Math.max(sentence.lastIndexOf('，', at), sentence.lastIndexOf(',', at)) + 1

const taskIn = (words: string) => taskWords.find(([, pattern]) => pattern.test(words))?.[0]
const levelIn = (words: string) => levelWords.find(([, pattern]) => pattern.test(words))?.[0]

type Raw = Pick<Proposal, 'task' | 'level' | 'levelSaid' | 'due' | 'quote'>

const rawOf = (text: string, year: number): Raw[] =>
  sentencesOf(text).flatMap(sentence =>
    foundIn(sentence, year).flatMap(({ due, around }) => {
      const task = taskIn(around) ?? taskIn(sentence)
      if (!task) return []
      const said = levelIn(around)
      return [{ task, level: said ?? usualLevel[task], levelSaid: said !== undefined, due, quote: sentence }]
    }),
  )

const dayIn = ({ due }: Raw) => (due.kind === 'day' ? due.day : null)

/** Two days for one task, of which one names nobody: the earlier is read as what the branches owe their 总支. Both are marked. */
function settled(raw: readonly Raw[]): { rows: (Raw & { note: string | null })[]; contradictions: Contradiction[] } {
  const byTask = Map.groupBy(raw, ({ task }) => task)
  const contradictions: Contradiction[] = []
  const rows = raw.map(row => {
    const others = byTask.get(row.task)!.filter(other => other.level === row.level && dayIn(other) !== dayIn(row))
    if (others.length === 0) return { ...row, note: null }
    const later = others.some(other => (dayIn(other) ?? '') > (dayIn(row) ?? ''))
    const level: Level = !row.levelSaid && later && row.level === 'secondary' ? 'branch' : row.level
    return { ...row, level, note: doubtNote }
  })
  for (const [task, all] of byTask) {
    const days = all.flatMap(one =>
      dayIn(one) && rows[raw.indexOf(one)]!.note ? [{ day: dayIn(one)!, level: one.level, quote: one.quote }] : [],
    )
    if (new Set(days.map(({ day }) => day)).size > 1) contradictions.push({ task, days })
  }
  return { rows, contradictions }
}

const once = <Row extends Raw>(rows: readonly Row[]): Row[] =>
  rows.filter(
    (row, at) => rows.findIndex(other => other.task === row.task && other.level === row.level && dayIn(other) === dayIn(row)) === at,
  )

function standingOf(row: Raw, plan: Plan): Pick<Proposal, 'standing' | 'held'> {
  const held = plan.milestones.find(({ task, level }) => task === row.task && level === row.level)
  if (!held) return { standing: 'new', held: null }
  return { standing: held.dueOn === dayIn(row) ? 'same' : 'other-day', held: held.dueOn }
}

function headOf(text: string): NoticeHead {
  const lines = asDigits(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const last = lines.findLastIndex(line => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line.replace(/\s/g, '')))
  const date = last >= 0 ? [...lines[last]!.matchAll(DATE)][0] : undefined
  return {
    number: lines.join('\n').match(/\S*〔\d{4}〕\s*\d+\s*号/)?.[0] ?? null,
    issuedOn: date ? dayOf(Number(date[1]), Number(date[2]), Number(date[3])) : null,
    contact: lines.join('\n').match(/联系人[：:]\s*([^\n。]+)/)?.[1] ?? null,
    issuer: last > 0 ? lines[last - 1]! : null,
    title: lines.find(line => /^关于.+通知$/.test(line)) ?? null,
  }
}

/** The date line and what has gone by is no task. `plan` gives the year, and what is held already. */
export function readNotice(text: string, plan: Plan): NoticeRead {
  const head = headOf(text)
  const year = head.issuedOn ? Number(head.issuedOn.slice(0, 4)) : plan.year
  const { rows, contradictions } = settled(rawOf(text, year).filter(row => row.due.kind === 'leaving' || row.due.day !== head.issuedOn))
  return { head, proposals: once(rows).map(row => ({ ...row, ...standingOf(row, plan) })), contradictions }
}
