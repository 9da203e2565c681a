import { useState } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { SCAN_ACCEPT } from '../../attachments/rules.ts'
import type { CaseView, PapersView } from '../contract.ts'
import { decidePaperKept, MAX_PAPER_TITLE, type PaperKind, paperKindNames, paperKinds } from '../rules.ts'
import { paperProblemWords, paperRefusalWords, usePapers } from './papers.ts'
import './answers.css'
import './own.css'

/** What the plan asks for comes first. */
const kindsOf = ({ asked }: PapersView): PaperKind[] => [...new Set<PaperKind>([...asked, ...paperKinds])]

/** Several pages of one paper are told apart. */
const titleOf = (kind: PaperKind, title: string, { papers }: PapersView, before: number): string => {
  if (title.trim()) return title.trim()
  const held = papers.filter(paper => paper.kind === kind).length + before
  return held > 0 && kind !== 'other' ? `第 ${held + 1} 份` : ''
}

/** Photographs and PDFs go up as they are chosen; where one is not taken, those before it stay. */
export const AddPapers = ({ view }: { view: CaseView }) => {
  const { papers } = view
  const [picked, setPicked] = useState<PaperKind>()
  const [title, setTitle] = useState('')
  const [going, setGoing] = useState<{ at: number; of: number }>()
  const [wrong, setWrong] = useState<string>()
  const { add } = usePapers(view)
  const kind = picked ?? papers.lacking[0] ?? papers.asked[0] ?? 'other'

  const take = async (files: File[]) => {
    const lacks = decidePaperKept({ state: view.state, held: papers.papers.length }, { kind, title: title.trim() })
    if (!lacks.allowed) return setWrong(paperRefusalWords[lacks.reason])
    setWrong(undefined)
    try {
      for (const [at, file] of files.entries()) {
        setGoing({ at: at + 1, of: files.length })
        await add.mutateAsync({ kind, title: titleOf(kind, title, papers, at), file })
      }
      setTitle('')
      setPicked(undefined)
    } catch (error) {
      setWrong(paperProblemWords(error))
    } finally {
      setGoing(undefined)
    }
  }
  return (
    <div className="add-papers">
      <NativeSelect
        label="材料种类"
        value={kind}
        options={kindsOf(papers).map(value => ({ value, label: paperKindNames[value] }))}
        onChange={value => setPicked(value as PaperKind)}
      />
      {kind === 'other' && (
        <input
          className="answer-input"
          aria-label="材料名称"
          placeholder="名称，例：接收证明"
          maxLength={MAX_PAPER_TITLE}
          value={title}
          onChange={event => setTitle(event.target.value)}
        />
      )}
      <FileDrop
        multiple
        label={going ? `正在上传第 ${going.at} 份，共 ${going.of} 份` : `附${kind === 'other' ? '材料' : paperKindNames[kind]}`}
        hint="拍照或选 PDF，可一次选几份，每份 8 MB；加密保存"
        accept={SCAN_ACCEPT}
        disabled={going !== undefined}
        onFiles={files => void take(files)}
      />
      {wrong && (
        <p className="form-error" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
