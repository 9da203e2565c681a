/** A row against what the school holds: whom it means, and whether it is known already. */
import type { Complaint } from '../../imports/rules.ts'
import type { CarryEntry } from './entry.ts'
import { type Matter, matterNames } from './matters.ts'
import { error, warning } from './needs.ts'

export type KnownPerson = {
  memberId: string
  name: string
  /** The present one, and all there ever were. */
  studentNumber: string
  numbers: readonly string[]
  /** Hexadecimal digits. */
  idIndex: string | null
  branch: string
  cohortIds: readonly string[]
}

export type HeldCarry = {
  /** Who holds the student number, who the ID number. */
  byNumber: KnownPerson | null
  byId: KnownPerson | null
  idIndex: string | null
  /** The cohort of the row's year, where it is open. */
  cohortId: string | null
  present: { id: string; name: string } | null
  /** What was carried over of this person in that year. */
  carried: Matter | null
  /** Whose letter bears the number in its year. */
  letterOf: string | null
}

/** Whom the row means, once nothing speaks against it. */
export const memberOf = ({ byNumber, byId }: HeldCarry): KnownPerson | null => byNumber ?? byId

type Said = { field: string; complaint: Complaint }

const whose = ({ name, studentNumber }: KnownPerson) => `${name}（学号 ${studentNumber}）`
const apart = (what: string) => `${what}请核对是哪一项填错；这一行没有记下。`

function identity({ person }: CarryEntry, { byNumber, byId, idIndex }: HeldCarry): Said | null {
  if (byNumber && byId && byNumber.memberId !== byId.memberId) {
    const text = apart(`学号是名册里 ${whose(byNumber)}的，公民身份号码是 ${whose(byId)}的，对不上。`)
    return { field: 'idNumber', complaint: error('two-people', text) }
  }
  if (byNumber && !byId && byNumber.idIndex !== null && idIndex !== null)
    return { field: 'idNumber', complaint: error('id-differs', apart(`名册里这个学号是 ${byNumber.name}，公民身份号码与这里的不同。`)) }
  const member = byNumber ?? byId
  if (member && member.name !== person.name) {
    const text = `名册里这个人叫“${member.name}”，与这里的姓名不同。请核对；确是同一人的（如改名），可说明理由后保留，名册里的姓名不改动。`
    return { field: 'name', complaint: error('name-differs', text, true) }
  }
  return null
}

function joining({ person }: CarryEntry, held: HeldCarry): Said[] {
  const member = memberOf(held)
  if (!member) return []
  const other = member.studentNumber !== person.studentNumber
  const number = other ? `现学号 ${member.studentNumber}，文件里的记作曾用学号；` : ''
  const moved = person.branch !== null && person.branch !== member.branch ? `现在 ${member.branch}，支部不改动；` : ''
  const also = held.present && member.cohortIds.includes(held.present.id) ? `也在${held.present.name}名册里，两届各记一笔；` : ''
  const text = `名册里已有这个人，记录接在同一人名下，不重复建档：${number}${moved}${also}名册里的资料不改动。`
  return [{ field: 'studentNumber', complaint: warning('joined', text) }]
}

function numbered(entry: CarryEntry, { letterOf }: HeldCarry): Said[] {
  if (entry.matter !== 'unreturned' || letterOf === null) return []
  const text = `介绍信台账里 ${entry.unreturned.issuedOn.slice(0, 4)} 年已有这个编号，是 ${letterOf}的信。请核对编号和开具日期；这一行没有记下。`
  return [{ field: 'letterNumber', complaint: error('number-taken', text) }]
}

/** Already carried over: the row says what is held, and from there on the matter is worked on where it lives. */
function known(entry: CarryEntry, { carried }: HeldCarry): Said[] {
  if (carried === null || carried === entry.matter) return []
  const text = `这个人已按“${matterNames[carried]}”补录过，导入不改动。有变化的请在接转或名册里办理；补录错了的请撤销那次导入。`
  return [{ field: 'matter', complaint: warning('held-otherwise', text) }]
}

export function heldComplaints(entry: CarryEntry, held: HeldCarry): Said[] {
  if (held.carried !== null) return known(entry, held)
  const wrong = identity(entry, held)
  if (wrong && !wrong.complaint.overridable) return [wrong]
  const member = memberOf(held)
  if (member && held.cohortId !== null && member.cohortIds.includes(held.cohortId)) {
    const text = `这个人已在 ${entry.year} 届的名册里，不用补录。请在名册和接转里办理，这一行可以跳过。`
    return [{ field: 'studentNumber', complaint: error('in-that-year', text) }]
  }
  return [...(wrong ? [wrong] : []), ...joining(entry, held), ...numbered(entry, held)]
}
