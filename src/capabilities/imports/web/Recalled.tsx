import { App, Button } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import type { PreviewView } from '../contract.ts'
import type { ImportWrites } from './useImport.ts'
import { importProblemWords } from './words.ts'

type RecalledProps = { preview: PreviewView; writes: ImportWrites }

/** That the unit's earlier correction was taken, and the way back to what the machine found. */
export const Recalled = ({ preview: { recalled, headerRow, columns, import: held }, writes: { mend } }: RecalledProps) => {
  const { message } = App.useApp()
  if (!recalled || held.state !== 'checked') return null
  const own = columns.filter(({ by }) => by === 'choice').length
  const back = () =>
    mend.mutate(
      { forget: true },
      {
        onSuccess: () => void message.success('已改回自动找到的表头和对列，下次也按自动找到的。您在格子里的改正还在'),
        onError: error => void message.error(importProblemWords(problemOf(error))),
      },
    )
  return (
    <p className="wizard-said second" role="status">
      按上次的对应：表头在第 {headerRow} 行{own > 0 && `，${own} 列照本单位上次改的`}
      <Button type="link" size="small" loading={mend.isPending && mend.variables?.forget === true} onClick={back}>
        改回自动找到的
      </Button>
    </p>
  )
}
