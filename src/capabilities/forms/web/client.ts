import { capabilityApi } from '../../../ui/api.ts'
import type { formsContract } from '../contract.ts'

export const formsApi = capabilityApi<typeof formsContract>('forms')
