/** A file's people against what else the school holds: numbers of other units, earlier student numbers, the cohort itself. */
import { atOnce, mapping, type Steps } from '../../../kernel/steps.ts'
import { type Complaint, missing, type Problem } from '../../imports/rules.ts'
import type { ComparedRow } from './compare.ts'
import type { RosterEntry, RosterRow } from './entry.ts'
import { fieldLabel } from './value-text.ts'

/** `elsewhere…`: held outside the importer's units; nothing more is known of them here. */
export type HeldFacts = {
  elsewhereNumbers: ReadonlySet<string>
  /** ID numbers. */
  elsewhereIds: ReadonlySet<string>
  /** Earlier student number → the present one. */
  formerNumbers: ReadonlyMap<string, string>
  /** ID number → student number of who holds it. */
  holders: ReadonlyMap<string, string>
}

const error = (kind: string, text: string): Complaint => ({ kind, severity: 'error', text })
const ASK = '请核对号码；属实的，请联系党委组织部办理支部之间的调整。'

const aboutNumber = ({ studentNumber }: RosterEntry, { elsewhereNumbers, formerNumbers }: HeldFacts): Complaint | null => {
  if (elsewhereNumbers.has(studentNumber)) return error('student-number-elsewhere', `这个学号已在本校其他单位的名册里。${ASK}`)
  const present = formerNumbers.get(studentNumber)
  return present === undefined
    ? null
    : error('former-student-number', `这是名册里学号 ${present} 的旧学号。请改用现在的学号，或跳过这一行。`)
}

const aboutId = (row: RosterRow, { difference }: ComparedRow, { elsewhereIds, holders }: HeldFacts): Complaint | null => {
  if (row.idNumber === null) return null
  if (elsewhereIds.has(row.idNumber)) return error('id-number-elsewhere', `这个证件号码已在本校其他单位的名册里。${ASK}`)
  const holder = holders.get(row.idNumber)
  return difference !== 'new' && holder !== undefined && holder !== row.studentNumber
    ? error('id-number-of-another', `这个身份证号在名册里属于学号 ${holder}。请核对是哪一行填错。`)
    : null
}

export const heldProblems = (...given: Parameters<typeof findingHeld>): Problem[] => atOnce(findingHeld(...given))

/** A step for each row. */
export function* findingHeld(rows: readonly RosterRow[], compared: readonly ComparedRow[], held: HeldFacts): Steps<Problem[]> {
  const byRow = new Map(rows.map(row => [row.row, row]))
  const found = yield* mapping(compared, difference => {
    const row = byRow.get(difference.row)!
    const found: [keyof RosterEntry, Complaint | null][] = [
      ['studentNumber', aboutNumber(row, held)],
      ['idNumber', aboutId(row, difference, held)],
      // Somebody known keeps the membership held; who is new must have one.
      ['membership', difference.difference === 'new' && row.standing === 'ready' && row.membership === null ? missing('党员类别') : null],
    ]
    return found.flatMap(([field, complaint]) =>
      complaint ? [{ row: row.row, column: fieldLabel(field), position: 0, field, ...complaint }] : [],
    )
  })
  return found.flat()
}

/** Who stands in a cohort is no junior any more. */
export const graduateProblems = (rows: readonly RosterRow[], graduates: ReadonlySet<string>): Problem[] =>
  rows
    .filter(({ studentNumber, standing }) => standing !== 'elsewhere' && graduates.has(studentNumber))
    .map(({ row }) => ({
      row,
      column: fieldLabel('studentNumber'),
      position: 0,
      field: 'studentNumber',
      ...error('already-graduate', '这个学号已在毕业生名册里，不再是低年级党员。请跳过这一行；资料有变的，请在毕业生名册里更正。'),
    }))
