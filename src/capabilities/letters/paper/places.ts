/**
 * Where each blank of the pre-printed form stands, in millimetres. The school's own stock was not seen: the form that
 * `form.ts` prints has its blanks here, and a school that has stock of its own measures it and changes this table.
 */
import type { Place } from './placed.ts'

export const blanks = [
  'stub-number',
  'stub-name',
  'stub-membership',
  'stub-from',
  'stub-to',
  'stub-addressee',
  'stub-year',
  'stub-month',
  'stub-day',
  'seam',
  'number',
  'addressee',
  'name',
  'sex',
  'age',
  'ethnic',
  'membership',
  'id',
  'from',
  'to',
  'dues-year',
  'dues-month',
  'days',
  'year',
  'month',
  'day',
  'phone',
  'receipt-number',
  'receipt-name',
] as const
export type Blank = (typeof blanks)[number]

export const blankNames: Record<Blank, string> = {
  'stub-number': '编号',
  'stub-name': '姓名',
  'stub-membership': '类别',
  'stub-from': '由何处',
  'stub-to': '转到何处',
  'stub-addressee': '抬头',
  'stub-year': '年',
  'stub-month': '月',
  'stub-day': '日',
  seam: '骑缝号',
  number: '编号',
  addressee: '抬头',
  name: '姓名',
  sex: '性别',
  age: '年龄',
  ethnic: '民族',
  membership: '类别',
  id: '身份证号码',
  from: '由何处',
  to: '去何处',
  'dues-year': '年',
  'dues-month': '月',
  days: '天数',
  year: '年',
  month: '月',
  day: '日',
  phone: '手机',
  'receipt-number': '编号',
  'receipt-name': '姓名',
}

const at = (x: number, y: number, width: number, look: Partial<Place> = {}): Place => ({
  x,
  y,
  width,
  height: 6,
  side: 'center',
  size: 13,
  ...look,
})
const long = { side: 'left' } as const
const stub = { size: 12.5 } as const
const number = { side: 'right', size: 11.5 } as const

export const places: Record<Blank, Place> = {
  'stub-number': at(110, 28, 80, number),
  'stub-name': at(29, 37, 30, stub),
  'stub-membership': at(82.5, 37, 15, stub),
  'stub-from': at(20, 45, 118, { ...stub, ...long }),
  'stub-to': at(20, 53, 128, { ...stub, ...long }),
  'stub-addressee': at(38, 61, 104, { ...stub, ...long }),
  'stub-year': at(97, 69, 18, stub),
  'stub-month': at(121, 69, 9, stub),
  'stub-day': at(135, 69, 9, stub),
  seam: at(148, 76.5, 40, { side: 'right', size: 13 }),

  number: at(110, 100, 80, number),
  addressee: at(20, 109, 150, long),
  name: at(29, 119, 32),
  sex: at(76, 119, 9),
  age: at(90, 119, 11),
  ethnic: at(111, 119, 26),
  membership: at(161, 119, 13),
  id: at(44, 129, 56),
  from: at(26, 139, 164, long),
  to: at(26, 149, 120, long),
  'dues-year': at(57.5, 159, 24),
  'dues-month': at(87, 159, 18),
  days: at(139, 159, 22),
  year: at(120, 177, 20),
  month: at(146, 177, 10),
  day: at(162, 177, 10),
  phone: at(46, 190, 40, { size: 10, height: 5 }),

  'receipt-number': at(110, 236.5, 80, number),
  'receipt-name': at(29, 253, 32),
}

/** The QR code and the address under it. */
export const qrPlace = { x: 159, y: 245.5, width: 26, address: at(154, 272, 36, { height: 10, size: 6.5 }) }
