export { rosterApi } from './api.ts'
export {
  builtOnCarried,
  type CarriedPerson,
  carriedNow,
  carryPeople,
  type Holder,
  holdersOfNumbers,
  idIndexes,
  removeCarried,
} from './carrying.ts'
export { type FilledRow, type FormName, formRows } from './forms.ts'
export {
  type ChangeListener,
  type Move,
  type MoveListener,
  type RemovalListener,
  type Standing,
  type UndoListener,
  whenMembersMove,
  whenPeopleChange,
  whenRemoved,
  whenUndoing,
} from './moves.ts'
export { papersFollow } from './outcome-papers.ts'
export { recordDelay } from './outcomes.ts'
export { correctionsFollow, whenMembersSpeak } from './own/follow.ts'
export { accessOwnData, rosterOwnData } from './own/parts.ts'
export { openPeople } from './people.ts'
export { pinyinOf } from './pinyin.ts'
export type { OutcomeFacts } from './rules.ts'
export { type Sensitive, sealMember } from './sealed.ts'
export { changes as changesOf } from './store/changes.ts'
export { counts as branchCounts, foldTallies, total as countIn } from './store/list.ts'
export { graduatesNamed } from './store/named.ts'
export { joinNumbers, numbersTaken } from './store/numbers.ts'
export { openByUnit as openCorrections, proposedSince } from './store/proposals.ts'
export { addGraduates } from './store/write.ts'
export { graduate, graduatesByIds, graduatesIn, graduatesOf, type PersonRow, personColumns } from './store.ts'
