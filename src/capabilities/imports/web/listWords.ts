/** What a list calls its rows, where the usual words do not fit. */
import { createContext, use } from 'react'
import type { StateLook } from '../../../ui/Mark.tsx'
import type { RowKind } from '../rules/steps.ts'
import type { ImportList } from './api.ts'
import { rowKindLooks } from './words.ts'

const ListWords = createContext<ImportList | null>(null)
export const ListWordsProvider = ListWords.Provider

export const useKindLooks = (): Record<RowKind, StateLook> => ({ ...rowKindLooks, ...use(ListWords)?.kindWords })

const usualMissing = { title: '文件里没有的', note: '这些支部已登记而文件没有写到的人。导入不会动他们；确已变动的，请在个人页登记。' }
export const useMissingWords = () => use(ListWords)?.missingWords ?? usualMissing
