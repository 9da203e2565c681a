import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App } from 'antd'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { activitiesApi } from './client.ts'
import { blank } from './form.ts'
import { useAdding } from './useAdding.ts'

/** A draft, or one a week. */
export const AddDialog = ({ cohortId, onClose }: { cohortId: string; onClose: () => void }) => {
  const router = useRouter()
  const { today, unitId } = useSession()
  const { message } = App.useApp()
  const kinds = useQuery(activitiesApi.list.queryOptions({ input: { cohortId, limit: 1 } })).data?.kinds ?? []
  const add = useAdding(cohortId, ids => {
    onClose()
    if (ids.length === 1) router.history.push(`/activities/${ids[0]}`)
    else void message.success(`已拟好 ${ids.length} 次活动`)
  })
  return (
    <ActivityForm
      title="拟活动"
      fresh
      start={blank(today, unitId)}
      kinds={kinds}
      busy={add.isPending}
      problem={add.error ? wordsOf(problemOf(add.error)) : undefined}
      onClose={onClose}
      onSave={filled => add.mutate(filled)}
    />
  )
}
