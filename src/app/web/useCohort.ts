import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { Picker } from '../../ui/ShellTop.tsx'
import type { Session } from '../../ui/session.ts'
import { chooseCohort } from './cohort.ts'
import { SESSION_KEY } from './entry.ts'

const COHORTS = ['cohorts']
const STILL_MS = 60_000

/** Turns every screen to another year; what was read of the one before stays with it. */
export const useOpenCohort = () => {
  const router = useRouter()
  const queries = useQueryClient()
  return async (id: string) => {
    chooseCohort(id)
    await queries.invalidateQueries({ queryKey: SESSION_KEY })
    await queries.invalidateQueries({ queryKey: COHORTS })
    await router.invalidate()
  }
}

/** The same, and its first screen. */
export const useCohortToday = () => {
  const router = useRouter()
  const open = useOpenCohort()
  return (id: string) => void open(id).then(() => router.history.push('/today'))
}

/** The years to choose from, where there are several: the one in hand, and those before it. */
export const useCohortPicker = ({ cohort }: Session): Picker | undefined => {
  const { client } = useRouter().options.context
  const open = useOpenCohort()
  const cohorts = useQuery({ queryKey: COHORTS, queryFn: () => client.plans.cohorts(), staleTime: STILL_MS, enabled: cohort !== null })
  if (!cohort) return undefined
  const found = cohorts.data ?? [cohort]
  const word = (year: number, at: number) => (at === 0 ? `${year} 届` : `${year} 届（往届）`)
  return {
    label: '届',
    value: cohort.id,
    options:
      found.length < 2
        ? [{ value: cohort.id, label: word(cohort.year, 0) }]
        : found.map(({ id, year }, at) => ({ value: id, label: word(year, at) })),
    onPick: id => void open(id),
  }
}
