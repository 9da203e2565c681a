import { CloseOutlined, FileExcelOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { ImportView, PreviewView } from '../contract.ts'
import { type RowKind, rowKinds } from '../rules/steps.ts'
import { AskFirst } from './AskFirst.tsx'
import { counted, type ImportApi, type ImportList } from './api.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { HeaderStep } from './HeaderStep.tsx'
import { Recalled } from './Recalled.tsx'
import { ResultStep } from './ResultStep.tsx'
import { stepOf } from './steps.ts'
import { type ImportWrites, useImportWrites, usePreview } from './useImport.ts'
import { WizardFrame } from './WizardFrame.tsx'
import { importProblemWords } from './words.ts'

type ImportPageProps = {
  api: ImportApi
  list: ImportList
  id: string
  /** What a committed import changed, person by person. */
  changes?: (view: ImportView) => ReactNode
}

const kindIn = (text: string | undefined): RowKind | undefined => rowKinds.find(kind => kind === text)

const FileNote = ({ preview, list }: { preview: PreviewView; list: ImportList }) => {
  const at = preview.sheets.findIndex(sheet => sheet.name === preview.sheet) + 1
  return (
    <span className="wizard-file">
      <FileExcelOutlined aria-hidden="true" />
      <b>{preview.import.fileName}</b>
      <span className="quiet">
        第 {at} 张表，表头在第 {preview.headerRow} 行，{counted(preview.counts.total, list)}
      </span>
    </span>
  )
}

const GiveUp = ({ writes: { cancel }, list: { home, act = '导入' } }: { writes: ImportWrites; list: ImportList }) => {
  const router = useRouter()
  return (
    <AskFirst
      title={`放弃这次${act}？`}
      says="没有写入任何内容；在这里做的改正不再保留，您的原文件不受影响。"
      yes={`放弃${act}`}
      no="继续核对"
      busy={cancel.isPending}
      onYes={() => cancel.mutate(undefined, { onSuccess: () => router.history.push(home) })}
      button={ask => (
        <Button type="text" icon={<CloseOutlined />} onClick={ask}>
          放弃{act}
        </Button>
      )}
    />
  )
}

type OpenProps = ImportPageProps & { preview: PreviewView; stale: boolean }

const Opened = ({ api, list, id, changes, preview, stale }: OpenProps) => {
  const [filters, change] = useUrlFilters()
  const writes = useImportWrites(api, id, preview.import.version)
  const step = stepOf(preview, filters.step)
  const goTo = (next: string | undefined) => change({ step: next, kind: undefined, after: undefined, from: undefined })
  const open = preview.import.state === 'checked'
  // What was being chosen belongs to the mapping that was shown.
  const asMapped = preview.recalled ? 'recalled' : 'found'
  return (
    <WizardFrame
      list={list}
      step={step}
      note={<FileNote preview={preview} list={list} />}
      actions={open && <GiveUp writes={writes} list={list} />}
      onStep={open ? next => goTo(next === 'check' ? undefined : next) : undefined}
    >
      <Recalled preview={preview} writes={writes} />
      {step === 'header' && <HeaderStep key={asMapped} preview={preview} writes={writes} onNext={() => goTo('columns')} />}
      {step === 'columns' && (
        <ColumnsStep key={asMapped} preview={preview} writes={writes} onBack={() => goTo('header')} onNext={() => goTo(undefined)} />
      )}
      {step === 'check' && (
        <CheckStep api={api} list={list} preview={preview} writes={writes} stale={stale} onColumns={() => goTo('columns')} />
      )}
      {step === 'done' && <ResultStep preview={preview} writes={writes} list={list} changes={changes} />}
    </WizardFrame>
  )
}

/** One import, from its header to its result; the step, the tab and the page stand in the URL. */
export const ImportPage = (props: ImportPageProps) => {
  const [filters] = useUrlFilters()
  const { after } = useKeysetPage()
  const found = usePreview(props.api, props.id, { kind: kindIn(filters.kind), after })
  if (found.data) return <Opened {...props} preview={found.data} stale={found.isPlaceholderData} />
  return (
    <WizardFrame list={props.list} step="check">
      {found.error ? (
        <ErrorState title="没有打开这次导入" next={importProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </WizardFrame>
  )
}
