/** What one wants to change for many, line by line, as the server is asked for it. */
import type { BatchChange } from '../contract/batch.ts'
import { type BatchField, batchFields } from '../rules/batch.ts'
import { fieldLabel } from '../rules/value-text.ts'

export type What = 'addTags' | 'removeTags' | 'responsible' | BatchField
export type Item = { what: What; text: string }

export const whats: readonly What[] = ['addTags', 'removeTags', 'responsible', ...batchFields]

const apart: Partial<Record<What, string>> = { addTags: '打标签', removeTags: '去掉标签', responsible: '责任老师' }
export const whatLabel = (what: What): string => apart[what] ?? fieldLabel(what)

export const NOBODY = 'nobody'

/** 考研、重点 → two marks. */
export const tagsIn = (text: string): string[] => [...new Set(text.split(/[\s,，、]+/).filter(Boolean))]

const isField = (what: What): what is BatchField => (batchFields as readonly string[]).includes(what)

/** Null while something is still to be filled in; a remark may be emptied. */
export function changeOf(items: readonly Item[]): BatchChange | null {
  const change: BatchChange = {}
  for (const { what, text } of items) {
    const said = text.trim()
    if (isField(what)) {
      if (said === '' && what !== 'remark' && what !== 'partyPost') return null
      change.fields = { ...change.fields, [what]: said }
    } else if (said === '') return null
    else if (what === 'responsible') change.responsibleId = said === NOBODY ? null : said
    else change[what] = tagsIn(said)
  }
  return items.length > 0 ? change : null
}
