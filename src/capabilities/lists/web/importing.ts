/** What the import wizard is told about units and about staff. */
import { listsApi } from './client.ts'

export const unitImportApi = listsApi.units

export const unitImportList = {
  name: '单位',
  measure: '个',
  home: '/orgs',
  path: '/orgs/import',
  lead: ['parent', 'name', 'kind'],
  expects: '单位表：上级组织、组织名称、类别三列。上级可以是表里的另一行，先后不论；已有的单位不会改动。',
}

export const staffImportApi = listsApi.staff

export const staffImportList = {
  name: '账号',
  measure: '行',
  home: '/accounts',
  path: '/accounts/import',
  lead: ['login', 'name', 'unit', 'role'],
  expects: '工作人员表：姓名、登录名（工号）、单位、岗位，一行一个岗位。提交以后在结果页生成首次口令。',
}
