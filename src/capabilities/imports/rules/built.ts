/** What may have been built upon a row that an import wrote: then the import stays. The first that is found is said. */
export const builtReasons = [
  'submission',
  'letter',
  'transfer',
  'confirmation',
  'attendance',
  'farewell',
  'dossier',
  'correction',
  'account',
  'in-use',
  'changed-since',
] as const
export type BuiltReason = (typeof builtReasons)[number]

/** As many names as are said. */
const NAMED = 5

export type Built = { reason: BuiltReason; people: string }

/** 张三、李四等 7 人: upon whom, by the first reason that holds. */
export const firstBuilt = (found: ReadonlyMap<BuiltReason, readonly string[]>): Built | null => {
  const reason = builtReasons.find(each => (found.get(each) ?? []).length > 0)
  if (!reason) return null
  const names = found.get(reason)!
  const said = names.slice(0, NAMED).join('、')
  return { reason, people: names.length > NAMED ? `${said}等 ${names.length} 人` : said }
}
