import type { QueryClient } from '@tanstack/react-query'
import { signOut } from './auth.ts'
import { chooseCohort } from './cohort.ts'

/** Everything that was read is dropped with the page. */
export const leave = async (queries: QueryClient): Promise<void> => {
  await signOut()
  queries.clear()
  chooseCohort(null)
  location.assign('/login')
}
