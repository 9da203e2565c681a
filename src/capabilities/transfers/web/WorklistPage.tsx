import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { transfersApi } from './client.ts'
import { filterFrom } from './filters.ts'
import { stepProblem } from './step-problem.ts'
import { Worklist } from './Worklist.tsx'
import './answers.css'
import './worklist.css'

/** The contract asks for a reason of some length. */
const SHORTEST_REASON = 4

const useWorklist = () => {
  const { cohort } = useSession()
  const [search] = useUrlFilters()
  const { cohortId, path } = filterFrom(search, cohort?.id ?? '')
  const counts = useQuery(transfersApi.counts.queryOptions({ input: { cohortId, path }, enabled: cohort !== null })).data
  const open = useMutation({
    mutationFn: (reason: string) => transfersApi.handle.worklist.call({ cohortId, path, reason }),
    // Full numbers live no longer than the page.
    gcTime: 0,
  })
  return { open, waiting: counts?.states['to-start'] }
}

/** Full numbers are shown for a stated use only; who was shown is written down person by person. */
const Reason = ({ waiting, open }: { waiting: number | undefined; open: ReturnType<typeof useWorklist>['open'] }) => {
  const form = useId()
  const [reason, setReason] = useState('在党务系统录入并发起转接')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate(reason.trim())
  }
  return (
    <Section title="先写明用途" note="清单里的身份证号和手机号是完整的；看过谁的、作什么用，逐人留痕">
      <form id={form} className="worklist-reason" onSubmit={submit}>
        <FormRow label="用途">
          {({ status: _, ...field }) => (
            <input
              {...field}
              className="answer-input"
              maxLength={200}
              required
              minLength={SHORTEST_REASON}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </FormRow>
        {open.error && (
          <p className="form-error" role="alert">
            {stepProblem(open.error)}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={open.isPending} disabled={reason.trim().length < SHORTEST_REASON}>
          {waiting === undefined ? '打开清单' : `打开清单，约 ${waiting} 人`}
        </Button>
      </form>
    </Section>
  )
}

/** The same people as a workbook, for the same stated use. */
const FileButton = ({ reason }: { reason: string }) => {
  const { cohort } = useSession()
  const [search] = useUrlFilters()
  const { cohortId, path } = filterFrom(search, cohort?.id ?? '')
  return <ExportButton name="系统发起清单（含完整号码）" file={() => transfersApi.handle.worklistFile.call({ cohortId, path, reason })} />
}

/** What is typed into the external system, person by person, each field with a copy button; and the start, registered at once. */
export const WorklistPage = () => {
  const { open, waiting } = useWorklist()
  const people = open.data
  return (
    <Page
      title="系统发起清单"
      crumbs={[{ label: '接转', href: '/transfers' }, { label: '系统发起清单' }]}
      note={people && <span>共 {people.length} 人</span>}
      actions={people && people.length > 0 && <FileButton reason={open.variables ?? ''} />}
    >
      {!people && <Reason waiting={waiting} open={open} />}
      {people?.length === 0 && <EmptyState title="没有待发起的人" next="组织部反馈通过、方式为系统的，会列在这里。办信的在“介绍信”里。" />}
      {people && people.length > 0 && <Worklist people={people} />}
    </Page>
  )
}
