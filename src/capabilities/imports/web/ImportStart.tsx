import { LoadingOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { type ImportApi, type ImportList, unreadableOf } from './api.ts'
import { HeaderByHand } from './HeaderByHand.tsx'
import { RecentImports } from './RecentImports.tsx'
import { WizardFrame } from './WizardFrame.tsx'
import { importProblemWords } from './words.ts'

type Choice = { sheet?: string; headerRow?: number }

const useUpload = (api: ImportApi, cohortId: string | undefined, list: ImportList) => {
  const router = useRouter()
  return useMutation({
    mutationFn: ({ file, ...choice }: Choice & { file: File }) =>
      api.upload.call({ file, ...choice, ...(cohortId && { cohortId }), ...(list.about && { about: list.about }) }),
    onSuccess: ({ id }) => router.history.push(`${list.path}/${id}`),
  })
}

type Refused = { error: unknown; fileName: string; onTryAgain: (choice: Choice) => void }

/** What the server says about the file; a header that it did not find can be shown to it by hand. */
const RefusedFile = ({ error, fileName, onTryAgain }: Refused) => {
  const unreadable = unreadableOf(error)
  return (
    <div className="wizard-part" role="alert">
      <p className="wizard-said wizard-said-red">
        “{fileName}”没有读取：{unreadable?.text ?? importProblemWords(problemOf(error))}
      </p>
      {unreadable && (unreadable.reason === 'no-header' || unreadable.reason === 'no-rows') && <HeaderByHand onChoose={onTryAgain} />}
    </div>
  )
}

type ImportStartProps = { api: ImportApi; list: ImportList; cohortId?: string | undefined; template?: ReactNode }

/** 选文件. Nothing is written yet: the file is read and checked whole. */
export const ImportStart = ({ api, list, cohortId, template }: ImportStartProps) => {
  const upload = useUpload(api, cohortId, list)
  const [file, setFile] = useState<File>()
  const send = (chosen: File, choice: Choice = {}) => {
    setFile(chosen)
    upload.mutate({ file: chosen, ...choice })
  }
  return (
    <WizardFrame list={list} step="file" actions={template}>
      <div className="wizard-part">
        <FileDrop
          label="把文件拖到这里，或点这里选择"
          hint=".xlsx、.xls、.csv、.ods，不超过 20 MB。先整份核对，提交以前什么也不写入"
          accept=".xlsx,.xls,.csv,.ods,.et"
          disabled={upload.isPending}
          onFiles={([chosen]) => chosen && send(chosen)}
        />
        <p className="second wizard-place" role="status">
          {upload.isPending ? (
            <>
              <LoadingOutlined /> 正在读取“{file?.name}”，逐格核对。一万行约需几秒，请不要关闭本页。
            </>
          ) : (
            list.expects
          )}
        </p>
      </div>
      {upload.error !== null && file && <RefusedFile error={upload.error} fileName={file.name} onTryAgain={choice => send(file, choice)} />}
      <Section title="近期的导入" note="没有提交的可以接着核对">
        <RecentImports api={api} list={list} cohortId={cohortId} />
      </Section>
    </WizardFrame>
  )
}
