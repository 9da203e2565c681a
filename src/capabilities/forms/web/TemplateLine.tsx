import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import type { TemplateView } from '../contract.ts'
import type { FormName } from '../rules/names.ts'
import { formsApi } from './client.ts'
import { Findings } from './Findings.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'
import { dayWords, formWord, problemWords } from './words.ts'
import './template.css'

type Shown = 'nothing' | 'choose' | 'look' | 'remove'

const Kept = ({ kept }: { kept: TemplateView['kept'] }) =>
  kept ? (
    <span className="template-kept">
      学校表样 <b>{kept.fileName}</b>
      <span className="second">
        {kept.uploadedBy}，{dayWords(kept.uploadedAt)}
      </span>
    </span>
  ) : (
    <span className="template-kept">默认表样</span>
  )

type DialogProps = { cohortId: string; view: TemplateView; onClose: () => void }

const LookDialog = ({ cohortId, view, onClose }: DialogProps) => {
  const look = useQuery(formsApi.preview.queryOptions({ input: { cohortId, form: view.form } }))
  return (
    <Dialog title={`${formWord(view.form)}的表样填什么`} onClose={onClose} actions={<Button onClick={onClose}>关闭</Button>}>
      {look.data && <Findings look={look.data} />}
      {look.error && <p className="form-error">{problemWords(problemOf(look.error))}</p>}
    </Dialog>
  )
}

const RemoveDialog = ({ cohortId, view, onClose }: DialogProps) => {
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => formsApi.remove.call({ cohortId, form: view.form, version: view.kept?.version ?? 1 }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: formsApi.list.key() })
      onClose()
    },
  })
  return (
    <Dialog
      title={`${formWord(view.form)}换回默认表样`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger loading={remove.isPending} onClick={() => remove.mutate()}>
            换回默认
          </Button>
        </>
      }
    >
      <p>“{view.kept?.fileName}”会删去，以后的导出和报送用默认表样。已下载的表不受影响。</p>
      {remove.error && <p className="form-error">{problemWords(problemOf(remove.error))}</p>}
    </Dialog>
  )
}

const Actions = ({ cohortId, view }: { cohortId: string; view: TemplateView }) => {
  const [shown, setShown] = useState<Shown>('nothing')
  const close = () => setShown('nothing')
  const sample = useMutation({
    mutationFn: () => formsApi.sample.call({ cohortId, form: view.form }),
    onSuccess: file => saveFile(file, `${formWord(view.form)}表样（样例）.xlsx`),
  })
  const name = formWord(view.form)
  return (
    <span className="template-actions">
      <Button size="small" aria-label={`${name}：上传学校表样`} onClick={() => setShown('choose')}>
        {view.kept ? '更换' : '上传学校表样'}
      </Button>
      <Button size="small" aria-label={`${name}：看填好的样例`} loading={sample.isPending} onClick={() => sample.mutate()}>
        看填好的样例
      </Button>
      {view.kept && (
        <>
          <Button size="small" aria-label={`${name}：核对结果`} onClick={() => setShown('look')}>
            核对结果
          </Button>
          <Button size="small" aria-label={`${name}：换回默认`} onClick={() => setShown('remove')}>
            换回默认
          </Button>
        </>
      )}
      {sample.error && <span className="form-error">{problemWords(problemOf(sample.error))}</span>}
      {shown === 'choose' && <TemplateDialog cohortId={cohortId} view={view} onClose={close} />}
      {shown === 'look' && <LookDialog cohortId={cohortId} view={view} onClose={close} />}
      {shown === 'remove' && <RemoveDialog cohortId={cohortId} view={view} onClose={close} />}
    </span>
  )
}

/** On what a form is written: the layout of the product, or the school's own workbook. */
export const TemplateLine = ({ form }: { form: FormName }) => {
  const { cohort, can } = useSession()
  const cohortId = cohort?.id ?? ''
  const found = useQuery(formsApi.list.queryOptions({ input: { cohortId }, enabled: cohort !== null, staleTime: 60_000 }))
  const view = found.data?.find(row => row.form === form)
  if (!view) return null
  return (
    <div className="template-line">
      <Kept kept={view.kept} />
      {can('forms:edit') && <Actions cohortId={cohortId} view={view} />}
    </div>
  )
}
