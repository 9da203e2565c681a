import type { ActivityView } from '../contract.ts'

/** What the form holds while it is filled in: all of it text. */
export interface Filled {
  kind: string
  title: string
  onDay: string
  begins: string
  ends: string
  audience: readonly string[]
  place: string
  link: string
  host: string
  speaker: string
  recorder: string
  about: string
  weeks: number
}

export const blank = (today: string, unitId: string): Filled => ({
  kind: '',
  title: '',
  onDay: today,
  begins: '14:00',
  ends: '',
  audience: [unitId],
  place: '',
  link: '',
  host: '',
  speaker: '',
  recorder: '',
  about: '',
  weeks: 0,
})

export const filledFrom = (view: ActivityView): Filled => ({
  kind: view.kind,
  title: view.title,
  onDay: view.onDay,
  begins: view.begins,
  ends: view.ends ?? '',
  audience: view.audience.map(({ unitId }) => unitId),
  place: view.place,
  link: view.link,
  host: view.host,
  speaker: view.speaker,
  recorder: view.recorder,
  about: view.about,
  weeks: 0,
})

/** The same once more: what was planned, not what came of it, and not its day. A kind that this year's plan lacks is chosen anew. */
export const copiedFrom = (view: ActivityView, kinds: readonly { key: string }[], ownUnit: string): Filled => ({
  ...filledFrom(view),
  kind: kinds.some(({ key }) => key === view.kind) ? view.kind : '',
  onDay: '',
  // Whoever only was asked to come asks the own unit.
  audience: view.holder ? view.audience.map(({ unitId }) => unitId) : [ownUnit],
})

const isLink = (text: string) => /^https?:\/\/\S+$/.test(text)

/** What is still wrong, by field. */
export const wrongIn = ({ kind, title, onDay, begins, ends, audience, link }: Filled): Partial<Record<keyof Filled, string>> => ({
  ...(kind === '' && { kind: '请选活动类型' }),
  ...(title.trim() === '' && { title: '请写活动名称' }),
  ...(onDay === '' && { onDay: '请选日期' }),
  ...(begins === '' && { begins: '请写开始的时间' }),
  ...(ends !== '' && ends <= begins && { ends: '结束应在开始之后' }),
  ...(audience.length === 0 && { audience: '至少选一个单位' }),
  ...(link !== '' && !isLink(link) && { link: '会议链接以 http:// 或 https:// 开头' }),
})

export const sent = ({ weeks: _, ends, audience, ...filled }: Filled) => ({
  ...filled,
  ends: ends === '' ? null : ends,
  audience: [...audience],
})
