import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import type { AccountView, ClosingUnit } from '../contract.ts'
import { closingApi } from './client.ts'
import { signRefusalWords } from './words.ts'

const Signed = ({ account, unitName }: { account: AccountView; unitName: string }) => {
  const { message } = App.useApp()
  const download = useMutation({
    mutationFn: () => closingApi.download.call({ id: account.id }),
    onSuccess: file => saveFile(file, `最终账 ${unitName}.pdf`),
    onError: error => void message.error(wordsOf(problemOf(error), signRefusalWords)),
  })
  return (
    <span className="closing-signed">
      <Button type="link" size="small" loading={download.isPending} onClick={() => download.mutate()}>
        {account.onDay} 已签，下载
      </Button>
      {account.changedSince && (
        <Mark tone="ochre" glyph="q3" title="签署以后人数有变动，归零后可以再签">
          此后有变动
        </Mark>
      )}
    </span>
  )
}

type SignDialogProps = { unit: ClosingUnit; cohortId: string; onClose: () => void }

const SignDialog = ({ unit, cohortId, onClose }: SignDialogProps) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sign = useMutation({
    mutationFn: () => closingApi.sign.call({ cohortId, unitId: unit.unitId }),
    onSuccess: ({ onDay }) => {
      message.success(`已签署：${unit.unitName} ${dayInWords(onDay as Day)}的最终账`)
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: closingApi.key() }),
  })
  return (
    <Dialog
      title="签署最终账？"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>再看看</Button>
          <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
            签署
          </Button>
        </>
      }
    >
      <p>
        {unit.unitName} {unit.total} 人，人人都有着落。签署后，这一刻的人数和逐人去处固定下来，可随时下载 PDF
        打印盖章；以后若有变动，会在旁边注明，归零后可再签一次。
      </p>
      {sign.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(sign.error), signRefusalWords)}
        </p>
      )}
    </Dialog>
  )
}

export const AccountCell = ({ unit, cohortId }: { unit: ClosingUnit; cohortId: string }) => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      {unit.account && <Signed account={unit.account} unitName={unit.unitName} />}
      {unit.can.includes('sign') && (
        <Button size="small" type="primary" onClick={() => setAsking(true)}>
          签署最终账
        </Button>
      )}
      {!unit.account && unit.can.length === 0 && <span className="quiet">{unit.open === 0 ? '待本单位签署' : '归零后签署'}</span>}
      {asking && <SignDialog unit={unit} cohortId={cohortId} onClose={() => setAsking(false)} />}
    </>
  )
}
