import { accountsOfMembers, moveAccounts } from '../capabilities/accounts/index.ts'
import { roleNames } from '../capabilities/accounts/rules.ts'
import { attendedSince, moveAttendances, whenListCloses } from '../capabilities/activities/index.ts'
import { callRoles } from '../capabilities/audit/index.ts'
import { moveCarryovers } from '../capabilities/carryover/index.ts'
import { dossiersSince, moveDossiers } from '../capabilities/dossiers/index.ts'
import { confirmedSince, countAttendance, moveConfirmations } from '../capabilities/education/index.ts'
import { moveFarewells, recordedSince } from '../capabilities/farewell/index.ts'
import { lettersSince, moveLetters, whenAddresseesGo, whenAddresseesMerge, whenReceiversAnswer } from '../capabilities/letters/index.ts'
import { unitsOf } from '../capabilities/orgs/index.ts'
import {
  correctionsFollow,
  type Move,
  type MoveListener,
  papersFollow,
  proposedSince,
  type UndoListener,
  whenMembersMove,
  whenMembersSpeak,
  whenPeopleChange,
  whenRemoved,
  whenUndoing,
} from '../capabilities/roster/index.ts'
import { returnedSince } from '../capabilities/submissions/index.ts'
import {
  addresseesNamed,
  casesFollow,
  dropLamps,
  namesFollow,
  receiverAnswered,
  relightCohort,
  steppedSince,
  traceOf,
} from '../capabilities/transfers/index.ts'
import type { Trx } from '../platform/database/index.ts'
import { wirePlanTouches } from './plan-touches.ts'

type Mover = (trx: Trx, school: string, moves: readonly { memberId: string; path: string }[]) => Promise<unknown>

const by =
  (move: Mover): MoveListener =>
  async (trx, scope, moves) =>
    void (await move(
      trx,
      scope.school,
      moves.map(({ memberId, to }) => ({ memberId, path: to })),
    ))

const accountsFollow: MoveListener = async (trx, scope, moves: readonly Move[]) => {
  const units = new Map((await unitsOf(trx, scope)).map(({ path, id }) => [path, id]))
  await moveAccounts(
    trx,
    scope.school,
    moves.map(({ memberId, to }) => ({ memberId, to, unitId: units.get(to)! })),
  )
}

type Since = (trx: Trx, school: string, memberIds: readonly string[], since: string) => Promise<readonly string[]>

const later =
  (madeSince: Since): UndoListener =>
  (trx, scope, { brought, changed, since }) =>
    madeSince(trx, scope.school, [...brought, ...changed], since)

/** An account would be left without its person; of who only changed, it stays as it is. */
const accountsHold: UndoListener = async (trx, scope, { brought }) =>
  (await accountsOfMembers(trx, scope.school, brought)).map(({ memberId }) => memberId!)

/** What a lower room tells a higher one, in the same transaction: here it is said who listens. */
export function wireEvents() {
  wirePlanTouches()
  callRoles({ ...roleNames, system: '自动', receiver: '接收方' })
  whenMembersMove('accounts', accountsFollow)
  whenMembersMove('transfers', casesFollow)
  whenMembersMove('letters', by(moveLetters))
  whenMembersMove('education', by(moveConfirmations))
  whenMembersMove('activities', by(moveAttendances))
  whenMembersMove('farewell', by(moveFarewells))
  whenMembersMove('carryover', by(moveCarryovers))
  whenMembersMove('dossiers', by(moveDossiers))
  whenMembersMove('corrections', correctionsFollow)
  whenMembersMove('outcome papers', papersFollow)
  whenPeopleChange('transfers', relightCohort)
  whenMembersSpeak('transfers', (context, graduateIds) => traceOf(context, graduateIds, context.today))
  whenUndoing('submission', later(returnedSince))
  whenUndoing('letter', later(lettersSince))
  whenUndoing('transfer', later(steppedSince))
  whenUndoing('confirmation', later(confirmedSince))
  whenUndoing('attendance', later(attendedSince))
  whenUndoing('farewell', later(recordedSince))
  whenUndoing('dossier', later(dossiersSince))
  whenUndoing('correction', later(proposedSince))
  whenUndoing('account', accountsHold)
  whenAddresseesGo('transfers', addresseesNamed)
  whenReceiversAnswer('transfers', receiverAnswered)
  whenAddresseesMerge('transfers', namesFollow)
  whenListCloses('education', countAttendance)
  whenRemoved('transfers', (trx, scope, graduateIds) => dropLamps(trx, scope.school, graduateIds))
}
