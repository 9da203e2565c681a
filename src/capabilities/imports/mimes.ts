import type { Format } from '../../platform/spreadsheets/index.ts'

/** As what a workbook is kept and given back. */
export const mimes: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
}
