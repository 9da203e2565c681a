import { capabilityApi } from '../../../ui/api.ts'
import type { addresseesContract, lettersContract } from '../contract.ts'

export const lettersApi = capabilityApi<typeof lettersContract>('letters')
export const addresseesApi = capabilityApi<typeof addresseesContract>('addressees')
