import { createORPCClient, type NestedClient, ORPCError, onError } from '@orpc/client'
import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { accountsContract } from '../../capabilities/accounts/contract.ts'
import type { plansContract } from '../../capabilities/plans/contract.ts'
import type { CallContext, CapabilityClient } from '../../ui/api.ts'
import contract from './contract.gen.json' with { type: 'json' }

/** What the shell itself asks; pages use `capabilityApi` with their own contract. */
export type AppClient = {
  accounts: Pick<CapabilityClient<typeof accountsContract>, 'session' | 'entrance' | 'setDemoDay'>
  plans: Pick<CapabilityClient<typeof plansContract>, 'cohorts'>
}

/** What the login page shows: the schools, and the demonstration's accounts. */
export type Entrance = Awaited<ReturnType<AppClient['accounts']['entrance']>>
export type School = Entrance['schools'][number]
export type DemoAccount = Entrance['accounts'][number]

/** Signed out in the middle of the work. Asking who is signed in is no such case. */
const signedOut = (error: unknown, path: readonly string[]) =>
  error instanceof ORPCError && error.code === 'UNAUTHORIZED' && path.join('.') !== 'accounts.session'

export const openClient = (onSignedOut: () => void): AppClient => {
  const link = new OpenAPILink<CallContext>(contract as unknown as AnyContractRouter, {
    url: `${location.origin}/api/v1`,
    headers: ({ context }) => (context.idempotencyKey ? { 'idempotency-key': context.idempotencyKey } : {}),
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
    interceptors: [
      onError((error, { path }) => {
        if (signedOut(error, path)) onSignedOut()
      }),
    ],
  })
  return createORPCClient<NestedClient<CallContext>>(link) as unknown as AppClient
}
