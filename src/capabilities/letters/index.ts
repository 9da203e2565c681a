export { type IssuedLetter, issueLetters, markReceived, voidLetters } from './actions.ts'
export { addresseesApi } from './addressees-api.ts'
export { lettersApi } from './api.ts'
export { doubtNumber, type ReceiverNumber, receiversToCall } from './calling.ts'
export { seedAddressees } from './completing.ts'
export type { EthnicGroupName, LetterDraft } from './draft.ts'
export { type HandingOver, handOver } from './handing.ts'
export { type Accepted, countAddressees, learnAccepted } from './learning.ts'
export { type MergeListener, type Named, whenAddresseesGo, whenAddresseesMerge } from './naming.ts'
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
export { type ReceiptContext, type ReceiptDoor, receiptsApi } from './receipt/api.ts'
export { type Answered, receiverAnswers, reopenReceipts, takeAnswer, whenReceiversAnswer } from './receipt/taking.ts'
export { draftSheetsData, letterSheetsData, typesetLetters, typesetSignList } from './sheets.ts'
export { type LedgerEntry, ledger, standingCounts } from './store/ledger.ts'
export { dropOldTries, waitingAnswers } from './store/receipts.ts'
export { beginNumbers, type LetterRow, lettersOf, lettersSince, moveLetters } from './store.ts'
