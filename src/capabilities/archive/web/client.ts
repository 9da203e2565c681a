import { capabilityApi } from '../../../ui/api.ts'
import type { inboxContract } from '../../inbox/contract.ts'
import type { archiveContract } from '../contract.ts'

export const archiveApi = capabilityApi<typeof archiveContract>('archive')
/** The progress of what is being made. */
export const taskApi = capabilityApi<typeof inboxContract>('inbox')
