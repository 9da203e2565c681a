import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { ScanChoice } from '../../../ui/Scans.tsx'
import { SCAN_ACCEPT } from '../../attachments/rules.ts'
import type { PapersView } from '../contract/papers.ts'
import type { GraduatePage } from '../contract.ts'
import { decidePaper, kindsFor, MAX_PAPER_TITLE, type PaperKind, paperKindNames } from '../rules/outcome-papers.ts'
import { rosterApi } from './client.ts'
import { usePaperWrite } from './usePapers.ts'
import { paperProblemWords, paperRefusalWords } from './words.ts'

const HINT = 'PDF、JPG、PNG，不超过 8 MB；加密保存，文件名不留'

type PaperFormProps = { person: GraduatePage; view: PapersView; onDone: () => void }

/** One paper: what it is, and the scan. The rule that the server applies says what is lacking before it is sent. */
export const PaperForm = ({ person, view: { outcome, papers, lacking }, onDone }: PaperFormProps) => {
  const kinds = kindsFor(outcome)
  const [kind, setKind] = useState<PaperKind>(lacking[0] ?? kinds[0]!)
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File>()
  const [wrong, setWrong] = useState<string>()
  const add = usePaperWrite(
    person,
    (scan: File) => rosterApi.papers.add.call({ graduateId: person.id, outcome, kind, title: title.trim(), file: scan }),
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const decision = decidePaper(outcome, papers.length, { outcome, kind, title: title.trim() })
    const said = decision.allowed ? (file ? undefined : '还没有选文件，没有附上。') : paperRefusalWords[decision.reason]
    setWrong(said)
    if (!said && file) add.mutate(file)
  }
  const said = wrong ?? (add.error && paperProblemWords(problemOf(add.error)))
  return (
    <form className="outcome-form" onSubmit={submit}>
      <FormRow label="文件种类">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={kind}
            options={kinds.map(value => ({ value, label: paperKindNames[value] }))}
            onChange={chosen => setKind(chosen as PaperKind)}
          />
        )}
      </FormRow>
      <FormRow
        label={kind === 'other' ? '文件名称' : '补充说明'}
        optional={kind !== 'other'}
        hint={kind === 'other' ? '如：导师情况说明' : '如：第二页'}
      >
        {field => <Input {...field} value={title} maxLength={MAX_PAPER_TITLE} onChange={event => setTitle(event.target.value)} />}
      </FormRow>
      <ScanChoice file={file} accept={SCAN_ACCEPT} hint={HINT} onFile={setFile} />
      {said && (
        <p className="form-error" role="alert">
          {said}
        </p>
      )}
      <div className="outcome-actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          附上
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
