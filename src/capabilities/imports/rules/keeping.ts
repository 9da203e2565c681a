/** How long an uploaded workbook is kept: it holds numbers that nobody needs twice. */
import { addDays, type Day } from '../../../kernel/day.ts'

const KEPT_DAYS = 30

/** Imports that were last touched on this day or before are expired: committed, cancelled, or left lying. */
export const lastExpired = (today: Day): Day => addDays(today, -KEPT_DAYS)
