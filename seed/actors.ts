import { createRouterClient } from '@orpc/server'
import { router } from '../src/app/router.ts'
import type { Services } from '../src/app/services.ts'
import type { NewAccount } from '../src/capabilities/accounts/index.ts'

/** The demonstration's people act through the product's own procedures: gate, rules, audit and all. */
export const actorsOf = (services: Services, accounts: readonly NewAccount[]) => {
  const acting = (authUserId: string) => createRouterClient(router, { context: { services, authUserId } })
  const find = (role: string, path: string) => {
    const found = accounts.find(({ post }) => post.role === role && post.path === path)
    if (!found) throw new Error(`The demonstration has no ${role} at ${path}`)
    return acting(found.authUser.id)
  }
  return {
    office: () => find('committee-office', '/1/'),
    publicity: () => find('publicity-office', '/1/'),
    secondary: (path: string) => find('general-branch', path),
    teacher: (path: string) => find('branch-teacher', path),
    /** A graduate, by their account. */
    member: (accountId: string) => acting(accounts.find(({ account }) => account.id === accountId)!.authUser.id),
    direct: (path: string) => find('direct-branch', path),
  }
}
export type Actors = ReturnType<typeof actorsOf>
export type ActingClient = ReturnType<Actors['office']>
