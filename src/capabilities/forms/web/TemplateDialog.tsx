import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import type { TemplateView } from '../contract.ts'
import { formsApi } from './client.ts'
import { Findings } from './Findings.tsx'
import { formWord, problemWords } from './words.ts'

const Wrong = ({ error }: { error: unknown }) => (
  <p className="form-error" role="alert">
    {problemWords(problemOf(error))}
  </p>
)

type Asked = { cohortId: string; form: TemplateView['form'] }

/** Looked at before it is kept: each choice of a file is checked anew, and nothing is changed by it. */
const Chosen = ({ asked, file }: { asked: Asked; file: File }) => {
  const look = useQuery({
    queryKey: ['template-look', asked.form, file.name, file.lastModified, file.size],
    queryFn: () => formsApi.preview.call({ ...asked, file }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const sample = useMutation({
    mutationFn: () => formsApi.sample.call({ ...asked, file }),
    onSuccess: found => saveFile(found, `${formWord(asked.form)}表样（样例）.xlsx`),
  })
  if (look.error) return <Wrong error={look.error} />
  if (!look.data) return <Skeleton lines={5} />
  return (
    <>
      <Findings look={look.data} />
      <Button loading={sample.isPending} onClick={() => sample.mutate()}>
        看填好的样例
      </Button>
      <span className="second template-hint">下载一份，填三个虚构的人</span>
      {sample.error && <Wrong error={sample.error} />}
    </>
  )
}

type Props = { cohortId: string; view: TemplateView; onClose: () => void }

export const TemplateDialog = ({ cohortId, view, onClose }: Props) => {
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const asked = { cohortId, form: view.form }
  const keep = useMutation({
    mutationFn: (chosen: File) => formsApi.upload.call({ ...asked, file: chosen, version: view.kept?.version ?? 0 }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: formsApi.list.key() })
      onClose()
    },
  })
  return (
    <Dialog
      title={`${formWord(view.form)}用学校表样`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!file} loading={keep.isPending} onClick={() => file && keep.mutate(file)}>
            采用这个表样
          </Button>
        </>
      }
    >
      <p className="second template-about">
        用学校自己的 Excel：标题、徽标、签字处和打印设置都保留，系统按表头填人。单位、日期等填在命名的单元格，或写着 {'{{填报单位}}'}{' '}
        的地方。
      </p>
      <FileDrop
        label={file ? file.name : '选择表样'}
        hint={file ? '可另选一份' : '.xlsx，不超过 3 MB'}
        accept=".xlsx"
        onFiles={files => {
          keep.reset()
          setFile(files[0] ?? null)
        }}
      />
      {file && <Chosen asked={asked} file={file} />}
      {keep.error && <Wrong error={keep.error} />}
    </Dialog>
  )
}
