/** What the import wizard is told about the roster. */
import { rosterApi } from './client.ts'

export const rosterImportApi = rosterApi.imports

export const rosterImportList = {
  name: '名册',
  home: '/roster',
  path: '/roster/import',
  lead: ['studentNumber', 'name', 'sex', 'ethnicGroup', 'bornOn', 'idNumber', 'branch', 'membership'],
  expects: '附件1《毕业生党员名册》，或本单位自己的名册：列名、次序不同也能认出。',
}
