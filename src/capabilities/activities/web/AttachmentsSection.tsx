import { useState } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { sizeInWords } from '../../../ui/Scans.tsx'
import { Section } from '../../../ui/Section.tsx'
import { ATTACHMENT_ACCEPT, attachmentEndings } from '../../attachments/rules.ts'
import type { ActivityFile, ActivityView } from '../contract.ts'
import { MOST_FILES } from '../rules.ts'
import { savedWords } from './looks.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SendingList } from './SendingList.tsx'
import { addressOf, useFiles } from './useFiles.ts'
import './files.css'

/** Agenda, slides, papers: handed out as they came. */
export const AttachmentsSection = ({ view }: { view: ActivityView }) => {
  const files = useFiles(view, 'attachment')
  const [removing, setRemoving] = useState<ActivityFile>()
  const mayAdd = view.mayAdd.includes('attachment')
  if (files.files.length === 0 && !mayAdd) return null
  return (
    <Section title="附件" note={files.files.length > 0 && `${files.files.length} 份`}>
      {files.files.length > 0 && (
        <ul className="scans" aria-label="附件">
          {files.files.map(file => (
            <li key={file.id}>
              <p>
                <a className="link" href={addressOf(file.id)} download>
                  {file.name}
                </a>
              </p>
              <span className="second">
                {savedWords({ at: file.addedAt, by: file.addedBy })}上传　{(attachmentEndings[file.mime] ?? '').toUpperCase()}{' '}
                {sizeInWords(file.size)}
                {view.mayRemove && (
                  <button type="button" className="link" aria-label={`撤下${file.name}`} onClick={() => setRemoving(file)}>
                    撤下
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className="keep-more">
          <FileDrop
            multiple
            label="添加附件"
            hint={`议程、讲稿、课件：PDF、docx、xlsx、pptx，每份 20 MB，最多 ${MOST_FILES.attachment} 份`}
            accept={ATTACHMENT_ACCEPT}
            onFiles={files.add}
          />
        </div>
      )}
      <SendingList files={files} />
      {removing && (
        <RemoveDialog file={removing} remove={files.remove} onClose={() => setRemoving(undefined)} onDone={() => setRemoving(undefined)} />
      )}
    </Section>
  )
}
