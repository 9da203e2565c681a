/** What the import wizard is told about the roster. */
import { useMemo } from 'react'
import { useSession } from '../../../ui/session.ts'
import { basisHint } from '../rules/weight.ts'
import { rosterApi } from './client.ts'
import { useBranches } from './useBranches.ts'

export const rosterImportApi = rosterApi.imports

export const rosterImportList = {
  name: '名册',
  home: '/roster',
  path: '/roster/import',
  lead: ['studentNumber', 'name', 'sex', 'ethnicGroup', 'bornOn', 'idNumber', 'branch', 'membership'],
  basisHint,
  expects: '附件1《毕业生党员名册》，或本单位自己的名册：列名、次序不同也能认出。',
}

/** With the branches that the importer may write to. */
export const useRosterImportList = () => {
  const { unitPath } = useSession()
  const branch = useBranches(unitPath)
  return useMemo(() => ({ ...rosterImportList, choices: { branch } }), [branch])
}

export const comparisonApi = rosterApi.comparisons

const comparisonList = {
  name: '党务系统名单',
  home: '/roster',
  path: '/roster/compare',
  act: '比对',
  lead: ['name', 'idNumber', 'branch', 'membership', 'joinedOn', 'confirmedOn'],
  basisHint,
  kindWords: {
    changed: { word: '不一致', tone: 'blue', glyph: 'arrow', means: '两边都有，有几项说法不同' },
    same: { word: '一致', tone: 'grey', glyph: 'dash', means: '两边都有，说法相同' },
    elsewhere: { word: '只在对方', tone: 'plum', glyph: 'square', means: '对方系统有，这里的名册没有；只列出，不会写入' },
  },
  missingWords: { title: '只在这里的', note: '这里的名册有、对方系统没有的人。可以打上标签，逐人核查。' },
  expects: '党务系统导出的党员名单（.xlsx、.xls）：按身份证号对人，不需要学号。只比对，不写入；要按对方更正的，比对后再选。',
} as const

export const useComparisonList = () => {
  const { unitPath } = useSession()
  const branch = useBranches(unitPath)
  return useMemo(() => ({ ...comparisonList, choices: { branch } }), [branch])
}
