import type { Change } from './compare.ts'
import type { RosterEntry } from './entry.ts'

type Newcomer = Pick<RosterEntry, 'studentNumber' | 'idNumber'>
type Changed = { changes: readonly Change[] }

/** Whether any part of these may be written before any other: nobody takes a number that another has, gets or gives up. */
export function writtenApart(newcomers: readonly Newcomer[], changed: readonly Changed[]): boolean {
  const ids = changed.flatMap(({ changes }) =>
    changes.filter(({ field }) => field === 'idNumber').flatMap(({ before, after }) => [before, after]),
  )
  return (
    areDistinct(newcomers.map(({ studentNumber }) => studentNumber)) && areDistinct([...newcomers.map(({ idNumber }) => idNumber), ...ids])
  )
}

const areDistinct = (numbers: readonly unknown[]): boolean => {
  const given = numbers.filter(number => number !== null)
  return new Set(given).size === given.length
}
