import { none, type Rows } from './row.ts'

export const calendarRows: Rows<'calendars'> = {
  'calendars.mine': none('It names nobody: the calendar is the caller’s.'),
  'calendars.subscribe': none('It names nobody: the address is the caller’s own.'),
  'calendars.end': none('It names nobody: the address is the caller’s own.'),
  'calendars.read': none('It is public: the address stands for its account; calendars.test reads those of two units and of nobody.'),
}
