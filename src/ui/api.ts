import { createORPCClient, type NestedClient } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'

/** Sent with a write: the same key repeats the same answer instead of doing the work twice. */
export type CallContext = { idempotencyKey?: string }

export type CapabilityClient<Contract extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<Contract, CallContext>>

/** Query and mutation options for every procedure of a capability. */
export type CapabilityApi<Contract extends AnyContractRouter> = RouterUtils<CapabilityClient<Contract>>

type Call = (input: unknown, options: unknown) => Promise<unknown>
type Tree = { [name: string]: Tree }

let provided: Tree | undefined

/** The app hands over its client once, before anything is drawn. */
export const provideApi = (client: object): void => {
  provided = client as Tree
}

const procedureAt = (path: readonly string[]): Call => {
  if (!provided) throw new Error('provideApi was not called')
  const found = path.reduce<Tree | undefined>((at, name) => at?.[name], provided)
  return found as unknown as Call
}

/** Pages may be loaded before the app has provided its client; only the call itself needs it. */
const late = {
  call: (path: readonly string[], input: unknown, options: unknown) => procedureAt(path)(input, options),
}

/** Plain calls: `await capabilityClient<typeof rosterContract>('roster').list({ … })`. */
export const capabilityClient = <Contract extends AnyContractRouter>(name: string): CapabilityClient<Contract> =>
  createORPCClient<NestedClient<CallContext>>(late, { path: [name] }) as CapabilityClient<Contract>

/** `const api = capabilityApi<typeof rosterContract>('roster')`, then `useQuery(api.list.queryOptions({ input }))`. */
export const capabilityApi = <Contract extends AnyContractRouter>(name: string): CapabilityApi<Contract> =>
  createTanstackQueryUtils(capabilityClient<Contract>(name) as NestedClient<CallContext>, {
    path: [name],
  }) as unknown as CapabilityApi<Contract>
