import type { PersonRow } from '../roster/index.ts'
import type { FarewellRecord, FarewellRow } from './contract.ts'
import type { FarewellKind } from './rules.ts'
import type { RecordRow } from './store.ts'

export const recordView = ({ id, kind, onDay, how, by, note, recordedName, recordedAt }: RecordRow): FarewellRecord => ({
  id,
  kind,
  onDay,
  how,
  by,
  note,
  recordedName,
  recordedAt: recordedAt.toISOString(),
})

export const ofKind = (records: readonly RecordRow[], kind: FarewellKind): FarewellRecord | null => {
  const row = records.find(record => record.kind === kind)
  return row ? recordView(row) : null
}

type Listed = Pick<PersonRow, 'id' | 'memberId' | 'name' | 'studentNumber' | 'branchName'>

/** `records` are the person's living ones. */
export const farewellRow = (person: Listed, records: readonly RecordRow[], readerId: string | null): FarewellRow => ({
  graduateId: person.id,
  name: person.name,
  studentNumber: person.studentNumber,
  branchName: person.branchName,
  own: person.memberId === readerId,
  notice: ofKind(records, 'notice'),
  talk: ofKind(records, 'talk'),
})
