/** The words in which people hear of a notice. */
import { type Day, dayInWords } from '../../../kernel/day.ts'
import type { ChaseStage } from './chasing.ts'

export type Told = { title: string; body: string }
type Named = { title: string; number: string }
export type Asked = { words: string; dueOn: Day }

const called = ({ title, number }: Named) => (number ? `${number}《${title}》` : `《${title}》`)
const listOf = (duties: readonly Asked[]) => duties.map(({ words, dueOn }) => `${words}（${dayInWords(dueOn)}前）`).join('；')

export const issuedMessage = (notice: Named & { issuer: string }, duties: readonly Asked[], amends: Named | null): Told => ({
  title: `${amends ? '更正通知' : '新通知'}：${notice.title}`,
  body: [
    `${notice.issuer}印发${called(notice)}，请阅后签收。`,
    amends && `更正的是${called(amends)}。`,
    duties.length > 0 && `有 ${duties.length} 项任务：${listOf(duties)}。`,
  ]
    .filter(Boolean)
    .join(''),
})

export const forwardedMessage = (notice: Named, by: string, duties: readonly Asked[], again: boolean): Told => ({
  title: again ? `${by}补充了通知要求：${notice.title}` : `${by}转发通知：${notice.title}`,
  body: [again ? `${called(notice)}有补充。` : `请阅后签收${called(notice)}。`, duties.length > 0 && `任务：${listOf(duties)}。`]
    .filter(Boolean)
    .join(''),
})

export const withdrawnMessage = (notice: Named, reason: string): Told => ({
  title: `通知已撤回：${notice.title}`,
  body: `${called(notice)}已由印发单位撤回，不用再办。原因：${reason}`,
})

export const dutyWithdrawnMessage = (words: string, by: string, reason: string): Told => ({
  title: `任务已撤销：${words}`,
  body: `${by}撤销了这项任务，不用再办。原因：${reason}`,
})

export const returnedMessage = (words: string, by: string, reason: string): Told => ({
  title: `任务退回：${words}`,
  body: `${by}退回了完成情况，请补办后再报。原因：${reason}`,
})

export type Owing = { name: string; acknowledged: boolean; open: readonly Asked[] }

const owes = ({ acknowledged, open }: Omit<Owing, 'name'>): string =>
  [!acknowledged && '还没有签收', open.length > 0 && `还有 ${open.length} 项任务没有报完成：${listOf(open)}`].filter(Boolean).join('，')

export const chaseMessage = (notice: Named, by: string, owing: Omit<Owing, 'name'>): Told => ({
  title: `催办：${notice.title}`,
  body: `${by}提醒：${called(notice)}${owes(owing)}。`,
})

/** For a group chat: everybody who owes something, by name of the unit. */
export const chaseText = (notice: Named, owing: readonly Owing[]): string =>
  owing.length === 0
    ? ''
    : [
        `${called(notice)}，以下 ${owing.length} 个单位请尽快办理：`,
        ...owing.map((unit, at) => `${at + 1}. ${unit.name}：${owes(unit)}`),
      ].join('\n')

const days: Record<Exclude<ChaseStage, 'none'>, string> = { before: '快到期', after: '已过期', above: '逾期仍未完成' }

/** What the program says by itself; `unit` is named to those above. */
export const dutyMessage = (stage: Exclude<ChaseStage, 'none'>, notice: Named, unit: string, duties: readonly Asked[]): Told => ({
  title: `${stage === 'above' ? `${unit}：` : ''}${duties.length} 项任务${days[stage]}：${notice.title}`,
  body: `${listOf(duties)}。${stage === 'above' ? '请督促办理。' : '办好后请在通知里报完成。'}`,
})
