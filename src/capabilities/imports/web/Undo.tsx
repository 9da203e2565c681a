import { UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import type { UndoView } from '../contract.ts'
import { AskFirst } from './AskFirst.tsx'
import { counted, type ImportList } from './api.ts'
import type { ImportWrites } from './useImport.ts'
import { importProblemWords, undoRefusalWords } from './words.ts'

const says = ({ removes, restores }: UndoView, list: ImportList) =>
  [
    removes > 0 && `这次新增的 ${counted(removes, list)}会移出${list.name}`,
    restores > 0 && `这次变更的 ${counted(restores, list)}会改回导入以前的值`,
    '您的原文件不受影响；撤销记入日志，需要时可以再导入一次',
  ]
    .filter(Boolean)
    .join('。')

/** Nothing is offered where nothing was changed; where it may not be, the reason stands in its place. */
export const Undo = ({ undo, writes, list }: { undo: UndoView; writes: ImportWrites; list: ImportList }) => {
  if (undo.refusal?.reason === 'nothing-to-undo') return null
  if (undo.refusal) return <p className="second">{undoRefusalWords(undo.refusal.reason, undo.refusal.people)}</p>
  return (
    <div className="undo">
      <AskFirst
        title="撤销这次导入？"
        says={`${says(undo, list)}。`}
        yes="撤销这次导入"
        no="不撤销"
        busy={writes.undo.isPending}
        onYes={() => writes.undo.mutate()}
        button={ask => (
          <Button icon={<UndoOutlined />} loading={writes.undo.isPending} onClick={ask}>
            撤销这次导入
          </Button>
        )}
      />
      {writes.undo.error && (
        <p className="t-red" role="alert">
          {importProblemWords(problemOf(writes.undo.error))}
        </p>
      )}
    </div>
  )
}
