import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { problemOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import type { ImportList, ListApi } from './api.ts'
import { importProblemWords } from './words.ts'

/** The list's own columns, empty, to be filled in. */
export const FormButton = ({ api, list: { name } }: { api: ListApi; list: Pick<ImportList, 'name'> }) => {
  const { message } = App.useApp()
  const download = useMutation({
    mutationFn: () => api.form.call(),
    onSuccess: file => saveFile(file, `${name}（空表）.xlsx`),
    onError: error => void message.error(importProblemWords(problemOf(error))),
  })
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      下载空表
    </Button>
  )
}
