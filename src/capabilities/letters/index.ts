export { handOver, type IssuedLetter, issueLetters, markReceived, receiptCodeHash, voidLetter } from './actions.ts'
export { seedAddressees } from './addressees.ts'
export { addresseesApi, lettersApi } from './api.ts'
export type { EthnicGroupName, LetterDraft } from './draft.ts'
export { whenAddresseesGo } from './naming.ts'
export {
  addresseesByKey,
  comingSeries,
  dropOutside,
  enterOutside,
  type KnownAddressee,
  numbersOfYears,
  type OutsideLetter,
} from './outside.ts'
export { lettersOwnData } from './own-data.ts'
export { type PrintProblem, printProblems } from './problems.ts'
export { draftSheetsData, letterSheetsData, typesetLetters } from './sheets.ts'
export { type LedgerEntry, ledger, standingCounts } from './store/ledger.ts'
export { type LetterRow, lettersOf, lettersSince, moveLetters } from './store.ts'
