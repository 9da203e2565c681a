import { z } from 'zod'
import { Id, procedure, refusals } from '../../kernel/contract.ts'
import { listContract } from '../imports/contract.ts'

/** Why no passwords are given. */
export const passwordRefusals = ['nobody-waits'] as const
export type PasswordRefusal = (typeof passwordRefusals)[number]

export const listsContract = {
  units: listContract({ path: '/units/imports', tag: 'unit imports', permission: 'orgs:edit', committed: 'units.imported' }),
  staff: {
    ...listContract({ path: '/accounts/imports', tag: 'account imports', permission: 'accounts:edit', committed: 'accounts.imported' }),
    firstPasswords: procedure({ permission: 'accounts:edit', audit: 'first-password.given', renders: true })
      .route({
        method: 'POST',
        path: '/accounts/imports/{id}/first-passwords',
        tags: ['account imports'],
        summary: '生成首次口令并下载：只此一次，不留存；再次生成则尚未改过口令的人换成新的',
      })
      .input(z.object({ id: Id }))
      .output(z.file())
      .errors({ ...refusals(passwordRefusals), CONFLICT: { status: 409 } }),
  },
}
