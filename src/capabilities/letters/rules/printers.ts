/** Printers that feed askew: by how much a print is moved, and what a test sheet says about it. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

/** Blank A4, or paper on which the form stands already. */
export const printKinds = ['blank', 'overprint'] as const
export type PrintKind = (typeof printKinds)[number]
export const printKindNames: Record<PrintKind, string> = { blank: '空白 A4 纸', overprint: '套打预印纸' }

/** Millimetres by which a print is moved: right and down are positive. */
export type PrintOffset = { right: number; down: number }

export const STRAIGHT: PrintOffset = { right: 0, down: 0 }

/** Farther than this the words run off the paper. */
export const FARTHEST_MM = 30
export const OFFSET_STEP_MM = 0.5

export const isOffset = (millimetres: number): boolean =>
  Math.abs(millimetres) <= FARTHEST_MM && Number.isInteger(millimetres / OFFSET_STEP_MM)

const inSteps = (millimetres: number) => Math.round(millimetres / OFFSET_STEP_MM) * OFFSET_STEP_MM + 0

/** The test sheet lies `seen` away from where it should: the next print is moved back by as much. */
export function corrected(offset: PrintOffset, seen: PrintOffset): Decision<PrintOffset, 'too-far'> {
  const next = { right: inSteps(offset.right - seen.right), down: inSteps(offset.down - seen.down) }
  return isOffset(next.right) && isOffset(next.down) ? allow(next) : refuse('too-far')
}

const side = (millimetres: number, positive: string, negative: string) =>
  millimetres === 0 ? null : `${millimetres > 0 ? positive : negative} ${Math.abs(millimetres)} 毫米`

/** 右移 2 毫米，上移 0.5 毫米 */
export const offsetInWords = ({ right, down }: PrintOffset): string =>
  [side(right, '右移', '左移'), side(down, '下移', '上移')].filter(Boolean).join('，') || '不移动'

export const printerRefusals = ['name-taken', 'too-many'] as const
export type PrinterRefusal = (typeof printerRefusals)[number]

/** More are a mistake. */
export const MOST_PRINTERS = 50
