import { capabilityApi } from '../../../ui/api.ts'
import type { farewellContract } from '../contract.ts'

export const farewellApi = capabilityApi<typeof farewellContract>('farewell')
