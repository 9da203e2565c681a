import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { ATTACHMENT_ACCEPT } from '../../attachments/rules.ts'
import type { NoticeView } from '../contract.ts'
import { MOST_FILES } from '../rules.ts'
import { noticesApi } from './client.ts'
import { addressOf } from './NoticeDocument.tsx'
import { useAct } from './useNotice.ts'
import { fileRefusalWords } from './words.ts'

/** Files go up one after another; each that is not taken stays with its reason. */
function useSending(id: string) {
  const queries = useQueryClient()
  const [sending, setSending] = useState<string>()
  const [failed, setFailed] = useState<{ name: string; why: string }[]>([])
  const send = async (files: readonly File[]) => {
    setFailed([])
    for (const file of files) {
      setSending(file.name)
      try {
        await noticesApi.addFile.call({ id, file })
      } catch (error) {
        setFailed(held => [...held, { name: file.name, why: wordsOf(problemOf(error), fileRefusalWords) }])
      }
      await queries.invalidateQueries({ queryKey: noticesApi.get.key() })
    }
    setSending(undefined)
  }
  return { sending, failed, send: (files: readonly File[]) => void send(files) }
}

/** The forms that go out with it; they come and go as long as it is a draft. */
export const AttachSection = ({ view }: { view: NoticeView }) => {
  const { sending, failed, send } = useSending(view.id)
  const remove = useAct((id: string) => noticesApi.removeFile.call({ id }), '已撤下', fileRefusalWords)
  return (
    <div className="notice-attach">
      <Section title="附件" note={view.files.length > 0 && `${view.files.length} 份，按先后排`}>
        {view.files.length > 0 && (
          <ol className="notice-files" aria-label="附件">
            {view.files.map(file => (
              <li key={file.id}>
                <a className="link" href={addressOf(file.id)} download>
                  {file.name}
                </a>
                <button
                  type="button"
                  className="link fine"
                  aria-label={`撤下${file.name}`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(file.id)}
                >
                  撤下
                </button>
              </li>
            ))}
          </ol>
        )}
        {view.mayHang && (
          <FileDrop
            multiple
            label={sending ? `正在上传 ${sending}` : '添加附件'}
            hint={`PDF、docx、xlsx、pptx，每份 20 MB，最多 ${MOST_FILES} 份`}
            accept={ATTACHMENT_ACCEPT}
            disabled={sending !== undefined}
            onFiles={send}
          />
        )}
        <ul className="notice-left" aria-live="polite">
          {failed.map(({ name, why }) => (
            <li key={name}>
              <b>{name}</b> <span className="t-red">{why}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
