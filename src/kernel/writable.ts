/** Words that somebody typed, as far as a database, a workbook and a reader take them. Of what comes in; what is kept is shown as it is. */
import { z } from 'zod'

/** Controls, halves of characters, and marks that turn the direction of what stands beside them (a name that reads `.pdf` and ends in `.exe`). */
const unwritable = /[\p{Cc}\p{Surrogate}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
/** Of several lines. */
const breaks = /[\t\r\n]/g

export const isWritable = (text: string): boolean => !unwritable.test(text)
const message = '有不能写入的字符（换行、控制字符或改变文字方向的字符），请删去后再填。'

/** One line of at most so many characters. */
export const Line = (most: number) => z.string().trim().max(most).refine(isWritable, message)
/** Words of several lines. */
export const Lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine(text => isWritable(text.replace(breaks, '')), message)
