import { useMutation, useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { dossiersApi } from './client.ts'
import { DossierView } from './DossierView.tsx'
import { standingLooks } from './words.ts'
import './dossiers.css'

const Found = ({ graduateId }: { graduateId: string }) => {
  const { data: dossier, error } = useQuery(dossiersApi.get.queryOptions({ input: { graduateId } }))
  if (error) return <p className="form-error">{wordsOf(problemOf(error))}</p>
  if (!dossier) return null
  return (
    <section className="scan-found" aria-label={`${dossier.name}的材料`}>
      <h2>
        {dossier.name}
        <StateTag pill state={standingLooks[dossier.standing]} />
      </h2>
      <DossierView key={`${graduateId} ${dossier.state}`} dossier={dossier} />
    </section>
  )
}

/** A scanner types the number and Enter; the next one may follow at once. */
export const ScanPage = () => {
  const { cohort } = useSession()
  const [filters, change] = useUrlFilters()
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const find = useMutation({
    mutationFn: (text: string) => dossiersApi.find.call({ cohortId: cohort?.id ?? '', typed: text }),
    onSuccess: found => {
      if (found) change({ id: found.graduateId }, { replace: true })
    },
    onSettled: () => {
      setTyped('')
      input.current?.focus()
    },
  })
  useEffect(() => input.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '' && cohort) find.mutate(typed.trim())
  }
  const missed = find.data === null ? `没有找到“${find.variables}”。请核对袋号或学号，也可能不在您的管理范围内。` : undefined
  return (
    <Page title="扫条码" crumbs={[{ label: '装档', href: '/dossiers' }, { label: '扫条码' }]}>
      <form className="scan-form" onSubmit={submit}>
        <FormRow
          label="袋号或学号"
          hint="用扫码枪对准标签上的条码，或手工输入后按 Enter。可以接着扫下一个。"
          error={find.error ? wordsOf(problemOf(find.error)) : missed}
        >
          {field => (
            <Input
              {...field}
              ref={input}
              size="large"
              autoComplete="off"
              maxLength={60}
              value={typed}
              onChange={event => setTyped(event.target.value)}
            />
          )}
        </FormRow>
      </form>
      <p className="only-read" role="status">
        {find.data && `找到 ${find.data.name}`}
      </p>
      {find.data?.voided && <p className="t-ochre">这个袋号已作废，材料换过袋。下面是现在的情况。</p>}
      {filters.id ? <Found key={filters.id} graduateId={filters.id} /> : <EmptyState title="还没有扫" next="扫到的那一份会显示在这里。" />}
    </Page>
  )
}
