import { capabilityApi } from '../../../ui/api.ts'
import type { closingContract } from '../contract.ts'

export const closingApi = capabilityApi<typeof closingContract>('closing')
