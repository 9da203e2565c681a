/**
 * Import is a pipe: sheets → rows of read values, with every repair, problem and skipped row in the open.
 * Pure and generic: a list declares its fields, and this reads any office's sheet into them.
 */
export { type Built, type BuiltReason, builtReasons, firstBuilt } from './rules/built.ts'
export { type Cell, hasLostDigits, isBlank, type Merge, type Sheet, textOf } from './rules/cell.ts'
export { type Choice, changedChoices, everything, missingChoices, nothingWritten, type Written } from './rules/choice.ts'
export { clean } from './rules/clean.ts'
export type { Choices, Column } from './rules/columns.ts'
export { type DateReading, dayFrom, readDate } from './rules/dates.ts'
export {
  type Complaint,
  type Field,
  type Place,
  type Problem,
  type Reading,
  type Repair,
  type RepairKind,
  repairKinds,
  type Severity,
} from './rules/field.ts'
export { findHeader, type Header, headerAt } from './rules/header.ts'
export { lastExpired } from './rules/keeping.ts'
export { type Ledger, ledgerFor } from './rules/ledger.ts'
export { distance, nearest } from './rules/nearest.ts'
export { missing } from './rules/read-cell.ts'
export { type Code, type CodeIndex, indexCodes, noDate, noSuchDay, readCode, readDay, readMonth, readText } from './rules/readers.ts'
export { choicesFrom, headerSignature, type Mapping, mappingOf } from './rules/remembered.ts'
export type { Table, TableRow } from './rules/result.ts'
export { type Skipped, type SkipReason, skipReasons } from './rules/skip.ts'
export {
  type Counts,
  type ImportRefusal,
  type ImportState,
  type ImportStep,
  importRefusals,
  importStates,
  importSteps,
  mayCommit,
  mayMend,
  mayUndo,
  openImportSteps,
  type RowKind,
  rowKinds,
  type UndoFacts,
} from './rules/steps.ts'
export { readingTable, readTable, type TableDecision, type TableOptions } from './rules/table.ts'
export { type Dictionary, dictionaryOf, headerText } from './rules/word.ts'
export { repairText, skipText, type TableRefusal, tableRefusals, tableRefusalText } from './rules/words.ts'
