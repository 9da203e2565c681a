import { capabilityApi } from '../../../../ui/api.ts'
import type { plansContract } from '../../contract.ts'

export const api = capabilityApi<typeof plansContract>('plans')
