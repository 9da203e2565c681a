import type { Day } from '../../kernel/day.ts'
import { maskIdNumber, maskPhone } from '../../kernel/mask.ts'
import { divisionName } from '../../platform/divisions/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { planOf } from '../plans/index.ts'
import type { AddresseeView, LetterRow as LetterRowView, LetterView, OwnLetter } from './contract.ts'
import { checkAddressee, daysLeft, type LetterContent, OUTSIDE, type Reissue, reissues, standingOf } from './rules.ts'
import type { AddresseeRow } from './store/addressees.ts'
import type { Handed } from './store/handovers.ts'
import type { Offered } from './store/lessons.ts'
import { type LetterRow, lettersOfCases } from './store.ts'

export type On = { today: Day; warnDays: number }

/** Today, and from how many days left the plan warns. */
export const onOf = async ({ trx, scope, today }: RequestContext, cohortId: string): Promise<On> => ({
  today,
  warnDays: (await planOf(trx, scope, cohortId)).lampThresholds.endingDays,
})

export const serialOf = (number: number) => (number < 0 ? OUTSIDE : String(number).padStart(4, '0'))

const standing = (row: LetterRow, { today, warnDays }: On) => ({
  standing: standingOf(row, today, warnDays),
  issuedOn: row.issuedOn,
  validUntil: row.validUntil,
  daysLeft: daysLeft(row.validUntil, today),
  pickedUpOn: row.pickedUpOn,
  pickedUpHow: row.pickedUpHow,
  receivedOn: row.receivedOn,
  voidedOn: row.voidedOn,
  voidGround: row.voidGround,
})

export const ownLetter = (row: LetterRow, on: On): OwnLetter => ({
  id: row.id,
  number: row.numberText,
  addresseeName: row.addresseeName,
  ...standing(row, on),
})

type Links = ReadonlyMap<string, Reissue>
const alone: Reissue = { replaces: null, replacedBy: null }

/** Which letters took the place of these, and whose place they took. */
export const reissuesOf = async ({ trx, scope }: RequestContext, rows: readonly Pick<LetterRow, 'transferId'>[]): Promise<Links> =>
  reissues(await lettersOfCases(trx, scope, [...new Set(rows.map(({ transferId }) => transferId))]))

const shown = (row: LetterRow, on: On, links: Links) => ({
  ...ownLetter(row, on),
  ...(links.get(row.id) ?? alone),
  transferId: row.transferId,
  serial: serialOf(row.number),
  outside: row.outside,
  memberName: row.memberName,
})

export const letterRow = (row: LetterRow & { unitName: string | null }, on: On, links: Links = new Map()): LetterRowView => ({
  ...shown(row, on, links),
  unitName: row.unitName,
})

const paper = ({ from, to, membership, duesPaidTo, validDays, idNumber, phone, receipt }: LetterContent) => ({
  from,
  to,
  membership,
  duesPaidTo,
  validDays,
  idNumber: maskIdNumber(idNumber),
  phone: maskPhone(phone),
  withCode: receipt !== null,
})

const handoverView = ({ signed, relation, authority, approvedBy, reason, together, enteredBy, signatureId, scanId }: Handed) => ({
  signed,
  relation,
  authority,
  approvedBy,
  reason,
  together,
  enteredBy,
  hasSignature: signatureId !== null,
  hasScan: scanId !== null,
})

type Opened = {
  row: LetterRow
  content: LetterContent | null
  prints: readonly (Omit<LetterView['prints'][number], 'at'> & { at: Date })[]
  links: Links
  handed: Handed | undefined
}

export const letterView = ({ row, content, prints, links, handed }: Opened, on: On, mayPrint: boolean): LetterView => ({
  ...shown(row, on, links),
  issuedName: row.issuedName,
  pickedUpBy: row.pickedUpBy,
  voidNote: row.voidNote,
  paper: content && paper(content),
  handover: handed ? handoverView(handed) : null,
  prints: prints.map(({ at, actorName, kind, printerName, jobSize }) => ({ at: at.toISOString(), actorName, kind, printerName, jobSize })),
  can: [
    ...(mayPrint && content && row.state === 'issued' ? (['print'] as const) : []),
    ...(mayPrint && (handed?.signatureId || handed?.scanId) ? (['open-handover'] as const) : []),
  ],
})

const facts = ({ id, name, kind, divisionCode, needsPaper, verifiedOn, used, accepted }: AddresseeRow) => ({
  id,
  name,
  kind,
  divisionCode,
  divisionName: divisionCode && divisionName(divisionCode),
  needsPaper,
  verifiedOn,
  used,
  accepted,
})

export const addresseeOption = (row: Offered) => ({ ...facts(row), sameEmployer: row.sameEmployer, samePlace: row.samePlace })

export const addresseeView = (row: AddresseeRow, formerNames: readonly string[] = []): AddresseeView => ({
  ...facts(row),
  acceptedOn: row.acceptedOn,
  formerNames: [...formerNames],
  nameReason: row.nameReason,
  orgCode: row.orgCode,
  contact: row.contact,
  phone: row.phone,
  phoneDoubtedOn: row.phoneDoubtedOn,
  findings: checkAddressee(row.name),
  version: row.version,
})
