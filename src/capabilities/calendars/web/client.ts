import { capabilityApi } from '../../../ui/api.ts'
import type { calendarsContract } from '../contract.ts'

export const calendarsApi = capabilityApi<typeof calendarsContract>('calendars')
