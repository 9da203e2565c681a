import { useQuery } from '@tanstack/react-query'
import { farewellApi } from './client.ts'

export const useOwnFarewell = () => useQuery(farewellApi.mine.queryOptions({ staleTime: 60_000 }))
