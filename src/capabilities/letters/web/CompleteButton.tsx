import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { addresseesApi } from './client.ts'

/** Offered where the dictionary is short: who has the departments of all divisions needs it no more. */
const FULL = 3_000

export const CompleteButton = ({ total }: { total: number }) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const complete = useMutation({
    mutationFn: () => addresseesApi.complete.call(),
    onSuccess: ({ added }) => {
      message.success(added > 0 ? `已补入 ${added} 条，都标为未核实` : '没有缺的，抬头库没有变动')
      setAsking(false)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: addresseesApi.key() }),
  })
  if (total >= FULL) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>按区划补齐</Button>
      {asking && (
        <Dialog
          title="按行政区划补齐各级党委组织部？"
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>先不补</Button>
              <Button type="primary" loading={complete.isPending} onClick={() => complete.mutate()}>
                补齐
              </Button>
            </>
          }
        >
          <p>按全国省、市、县三级行政区划推出组织部的全称，约三千条，已有的不重复。推出的名称都标为未核实，用前请向对方核实。</p>
          {complete.error && (
            <p className="form-error" role="alert">
              {wordsOf(problemOf(complete.error))}
            </p>
          )}
        </Dialog>
      )}
    </>
  )
}
