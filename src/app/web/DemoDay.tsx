import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { type FormEvent, useState } from 'react'
import { DemoTag } from '../../ui/Brand.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../ui/problem.ts'
import './demo-day.css'

/** A moved day changes what is due everywhere, so everything is read anew. */
const useMove = (onMoved: () => void) => {
  const router = useRouter()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (day: string) => router.options.context.client.accounts.setDemoDay({ day }),
    onSuccess: async () => {
      onMoved()
      await queries.invalidateQueries()
      await router.invalidate()
    },
  })
}

/** The day of the demonstration, and a small form that moves it. */
export const DemoDay = ({ today }: { today: string }) => {
  const [open, setOpen] = useState(false)
  const move = useMove(() => setOpen(false))

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const day = new FormData(event.currentTarget).get('day')
    if (typeof day === 'string' && day) move.mutate(day)
  }

  const form = (
    <form className="demo-day" onSubmit={submit}>
      <FormRow label="把演示日期移到" hint="期限、预警和有效期都按这一天算" error={move.error ? wordsOf(problemOf(move.error)) : undefined}>
        {({ id }) => <input id={id} type="date" name="day" defaultValue={today} required />}
      </FormRow>
      <Button type="primary" htmlType="submit" block loading={move.isPending}>
        移到这一天
      </Button>
    </form>
  )

  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottom" content={form}>
      <button type="button" className="demo-day-open" aria-expanded={open}>
        <DemoTag>{`演示日期 ${today}`}</DemoTag>
      </button>
    </Popover>
  )
}
