/** What the import wizard is told about the external system's list and about receipts. */
import { transfersApi } from './client.ts'

export const resultImportApi = transfersApi.results

export const resultImportList = {
  name: '系统办理结果',
  home: '/transfers',
  path: '/transfers/import/results',
  lead: ['studentNumber', 'name', 'serial', 'startedOn', 'status', 'on', 'reason'],
  expects:
    '党务系统导出的转接清单：学号（或身份证号加姓名）、流水、发起日期、状态、办理日期。逐行按接转的步骤核对，与这里登记不一致的逐条列出。',
}

export const receiptImportApi = transfersApi.receipts

export const receiptImportList = {
  name: '回执',
  home: '/transfers',
  path: '/transfers/import/receipts',
  lead: ['letterNumber', 'name', 'studentNumber', 'on', 'handler', 'phone'],
  expects: '已收到的盖章回执清单：介绍信编号或学号、回执日期。写入即登记对方已接收，由组织部办理。',
}
