import type { QueryClient } from '@tanstack/react-query'
import type { AppClient } from './client.ts'

/** What every route is handed by the router. */
export type RouterContext = { client: AppClient; queries: QueryClient }
