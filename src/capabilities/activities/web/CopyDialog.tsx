import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { ActivityView } from '../contract.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { activitiesApi } from './client.ts'
import { copiedFrom } from './form.ts'
import { useAdding } from './useAdding.ts'

/** The same once more, in the year that is being worked on. */
export const CopyDialog = ({ view, onClose }: { view: ActivityView; onClose: () => void }) => {
  const router = useRouter()
  const { cohort, unitId } = useSession()
  const cohortId = cohort?.id ?? view.cohortId
  const kinds = useQuery(activitiesApi.list.queryOptions({ input: { cohortId, limit: 1 } })).data?.kinds
  const add = useAdding(cohortId, ([id]) => {
    onClose()
    router.history.push(`/activities/${id}`)
  })
  // What of it this year's plan has is known only with the kinds.
  if (!kinds) return null
  return (
    <ActivityForm
      title="照此再办一次"
      fresh
      start={copiedFrom(view, kinds, unitId)}
      kinds={kinds}
      busy={add.isPending}
      problem={add.error ? wordsOf(problemOf(add.error)) : undefined}
      onClose={onClose}
      onSave={filled => add.mutate(filled)}
    />
  )
}
