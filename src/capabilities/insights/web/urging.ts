import { clauses } from '../../plans/rules.ts'
import type { TodayView } from '../contract.ts'
import { daysTo, monthDay } from './days.ts'
import { formOf } from './words.ts'
import { saidOf, unitOfCount } from './workWords.ts'

type Line = TodayView['work'][number]

/** Beyond these the list is read on its own page. */
const NAMED = 4

const one = ({ name, count }: Line['parts'][number], several: boolean) => (several ? `${name} ${count}` : name)

/** 外国语学院党总支 9、文学院党总支 6 等 5 个单位 */
export const partsInWords = (parts: Line['parts'], most = NAMED): string => {
  const several = parts.some(({ count }) => count > 1)
  const named = parts.slice(0, most).map(part => one(part, several))
  return named.join('、') + (parts.length > most ? ` 等 ${parts.length} 个单位` : '')
}

const byWhen = (dueOn: string | null, today: string): string => {
  if (dueOn === null) return '请尽快办理'
  return daysTo(today, dueOn) < 0 ? `已过 ${monthDay(dueOn)}的截止日，请尽快办理` : `请在 ${monthDay(dueOn)}前办好`
}

const whoIn = ({ kind, count, parts }: Line, unitName: string): string => {
  if (unitOfCount[kind] === '个单位') {
    const names = parts.map(({ name }) => name).join('、')
    return count > 1 ? `${names}，共 ${count} 个单位` : names
  }
  const of = unitOfCount[kind]
  if (parts.length === 1) return `${parts[0]!.name}共 ${count} ${of}`
  return `${unitName}共 ${count} ${of}${parts.length ? `（${partsInWords(parts, parts.length)}）` : ''}`
}

/** A reminder to paste into a group chat: what, how many and where, until when, on what ground. No names of people: they stand behind the link. */
export const urgingText = (line: Line, { today }: Pick<TodayView, 'today'>, unitName: string): string => {
  const { kind, task, dueOn, clause } = line
  const what = saidOf(kind, 'urge').title(task ? formOf(task) : '')
  return `【提醒】${what}：截至 ${monthDay(today)}，${whoIn(line, unitName)}。${byWhen(dueOn, today)}。依据 ${clause}：${clauses[clause]}。`
}
