import { moveAccounts } from '../capabilities/accounts/index.ts'
import { moveConfirmations } from '../capabilities/education/index.ts'
import { moveLetters } from '../capabilities/letters/index.ts'
import { unitsOf } from '../capabilities/orgs/index.ts'
import { type Move, type MoveListener, whenMembersMove, whenPeopleChange } from '../capabilities/roster/index.ts'
import { casesFollow, relightCohort } from '../capabilities/transfers/index.ts'
import type { Trx } from '../platform/database/index.ts'

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

/** What a lower room tells a higher one, in the same transaction: here it is said who listens. */
export function wireEvents() {
  whenMembersMove('accounts', accountsFollow)
  whenMembersMove('transfers', casesFollow)
  whenMembersMove('letters', by(moveLetters))
  whenMembersMove('education', by(moveConfirmations))
  whenPeopleChange('transfers', relightCohort)
}
