import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { dossiersContract } from '../contract.ts'

export const dossiersApi = capabilityApi<typeof dossiersContract>('dossiers')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
