/** People as they are held now, opened in memory: what an import or a correction is compared with. */
import { atOnce, mapping, type Steps } from '../../kernel/steps.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import type { RosterEntry } from './rules.ts'
import { type Sensitive, unsealMember } from './sealed.ts'
import type { FullRow } from './store/full.ts'

export interface Known extends RosterEntry {
  held: FullRow
}

export const entryOf = (row: FullRow, sensitive: Sensitive): RosterEntry => ({
  studentNumber: row.studentNumber,
  name: row.name,
  sex: row.sex,
  ethnicGroup: row.ethnicGroup,
  bornOn: row.bornOn,
  idType: row.idType,
  nativePlace: row.nativePlace,
  registeredAt: row.registeredAt,
  education: row.education,
  degree: row.degree,
  college: row.college,
  major: row.major,
  className: row.className,
  joinedOn: row.joinedOn,
  confirmedOn: row.confirmedOn,
  membership: row.membership,
  partyPost: row.partyPost,
  introducers: row.introducers,
  duesPaidTo: row.duesPaidTo,
  relationAtSchool: row.relationAtSchool,
  remark: row.remark,
  branch: row.branch,
  ...sensitive,
})

/** Opens these rows' sensitive fields: for comparison in memory, or for paper. */
export const opened = async (context: RequestContext, rows: readonly FullRow[]): Promise<Known[]> => atOnce(await opening(context, rows))

/** Only the keys are asked for here; a step for each row. */
export async function opening({ trx, keys, scope }: RequestContext, rows: readonly FullRow[]): Promise<Steps<Known[]>> {
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(row => row.key_id),
  )
  return mapping(rows, row => ({ ...entryOf(row, unsealMember(vaults, { ...row, id: row.memberId })), held: row }))
}
