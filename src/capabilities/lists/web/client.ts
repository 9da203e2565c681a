import { capabilityApi } from '../../../ui/api.ts'
import type { listsContract } from '../contract.ts'

export const listsApi = capabilityApi<typeof listsContract>('lists')
