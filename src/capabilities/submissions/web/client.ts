import { capabilityApi } from '../../../ui/api.ts'
import type { submissionsContract } from '../contract.ts'

export const submissionsApi = capabilityApi<typeof submissionsContract>('submissions')
