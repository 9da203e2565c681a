import { newId } from '../../../../kernel/ids.ts'

const SIGNS = 8

/** A key that no row of the list has. */
export const newKey = (prefix: string) => `${prefix}-${newId().slice(-SIGNS)}`
