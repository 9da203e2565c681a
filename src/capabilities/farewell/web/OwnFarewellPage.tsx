import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { wayNames } from '../rules.ts'
import { farewellApi } from './client.ts'
import { useOwnFarewell } from './own.ts'
import { signRefusalWords } from './words.ts'
import './farewell.css'

type Own = NonNullable<ReturnType<typeof useOwnFarewell>['data']>

const SignForm = ({ own }: { own: Own }) => {
  const queries = useQueryClient()
  const formId = useId()
  const [name, setName] = useState('')
  const sign = useMutation({
    mutationFn: () => farewellApi.sign.call({ name, text: own.text }),
    onSettled: () => queries.invalidateQueries({ queryKey: farewellApi.key() }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sign.mutate()
  }
  return (
    <form id={formId} className="farewell-sign" onSubmit={submit}>
      <FormRow
        label="写上你的姓名，表示已读并知晓"
        hint={`例：${own.name}`}
        error={sign.error && wordsOf(problemOf(sign.error), signRefusalWords)}
      >
        {field => (
          <Input {...field} size="large" maxLength={60} autoComplete="off" value={name} onChange={event => setName(event.target.value)} />
        )}
      </FormRow>
      <Button block size="large" type="primary" htmlType="submit" disabled={name.trim() === ''} loading={sign.isPending}>
        签收
      </Button>
    </form>
  )
}

const Signed = ({ own }: { own: Own }) => {
  if (own.notice)
    return (
      <p>
        <Mark tone="green" glyph="check">
          {dayInWords(own.notice.onDay as Day)}
          {wayNames[own.notice.how]}
        </Mark>
      </p>
    )
  if (!own.asked) return <p className="second">你这一届还不离校，不用签收；离校那一年再办。</p>
  return <SignForm own={own} />
}

/** The notice, read to its end, and signed with the own name. */
export const OwnFarewellPage = () => {
  const { data: own, error, refetch } = useOwnFarewell()
  return (
    <PhonePage title="离校教育">
      {!own && !error && <Skeleton lines={8} />}
      {!own && error && <ErrorState title="告知书没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />}
      {own && (
        <>
          <Section title={own.title}>
            <ol className="farewell-text">
              {own.paragraphs.map(paragraph => (
                <li key={paragraph}>{paragraph}</li>
              ))}
            </ol>
          </Section>
          <Section title="签收">
            <Signed own={own} />
          </Section>
          <Section title="离校谈话">
            <p className={own.talk ? undefined : 'second'}>
              {own.talk
                ? `${dayInWords(own.talk.onDay as Day)}，${wayNames[own.talk.how]}，${own.talk.by}`
                : '离校前支部会和你谈一次话，谈后由支部登记。'}
            </p>
          </Section>
        </>
      )}
    </PhonePage>
  )
}
