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
