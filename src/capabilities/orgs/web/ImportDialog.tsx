import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { orgsApi } from './client.ts'
import { ImportResult } from './ImportResult.tsx'

/** Brings units in from a workbook: one wrong row and nothing is written, every wrong row named. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const queries = useQueryClient()
  const bring = useMutation(
    orgsApi.importSheet.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: orgsApi.list.key() }) }),
  )
  const problem = bring.error && problemOf(bring.error)
  return (
    <Dialog
      title="从表格导入单位"
      onClose={onClose}
      actions={<Button onClick={onClose}>{bring.data && bring.data.problems.length === 0 ? '看单位树' : '关闭'}</Button>}
    >
      <p className="second units-hint">表中要有“上级组织”“组织名称”“类别”三列，上级写全称。系统里已有的单位不变，只增设缺的。</p>
      <FileDrop
        label={bring.isPending ? '正在读取…' : '把文件拖到这里，或点此选择'}
        hint=".xlsx、.xls、.csv 或 .ods，20 MB 以内"
        accept=".xlsx,.xls,.csv,.ods"
        disabled={bring.isPending}
        onFiles={([sheet]) => sheet && bring.mutate({ sheet })}
      />
      {problem && (
        <p className="form-error" role="alert">
          {problem.code === 'UNREADABLE' && problem.reason ? problem.reason : wordsOf(problem)}
        </p>
      )}
      {bring.data && <ImportResult {...bring.data} />}
    </Dialog>
  )
}
