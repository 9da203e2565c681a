/** What the import wizard is told about addressees. */
import { addresseesApi } from './client.ts'

export const addresseeImportApi = addresseesApi.imports

export const addresseeImportList = {
  name: '抬头库',
  measure: '条',
  home: '/addressees',
  path: '/addressees/import',
  lead: ['kind', 'name', 'divisionCode', 'needsPaper'],
  expects: '介绍信抬头的清单：党组织全称必须有，类别、所在地、联系人等有就带上。列名、次序不同也能认出。',
}
