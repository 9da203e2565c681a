/** What the import wizard is told about juniors. */
import { useMemo } from 'react'
import { useSession } from '../../../ui/session.ts'
import { basisHint } from '../rules/weight.ts'
import { rosterApi } from './client.ts'
import { useBranches } from './useBranches.ts'

export const juniorImportApi = rosterApi.juniors.imports

export const juniorImportList = {
  name: '低年级党员',
  home: '/roster/juniors',
  path: '/roster/juniors/import',
  lead: ['studentNumber', 'name', 'sex', 'ethnicGroup', 'bornOn', 'idNumber', 'branch', 'membership'],
  basisHint,
  expects: '列与附件1《毕业生党员名册》相同，或本单位自己的名册。已在毕业生名册里的人不会重复登记。',
}

/** With the branches that the importer may write to. */
export const useJuniorImportList = () => {
  const { unitPath } = useSession()
  const branch = useBranches(unitPath)
  return useMemo(() => ({ ...juniorImportList, choices: { branch } }), [branch])
}
