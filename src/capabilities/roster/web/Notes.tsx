import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { problemOf } from '../../../ui/problem.ts'
import type { NoteView } from '../contract/notes.ts'
import { whenInWords } from './changeWords.ts'
import { rosterApi } from './client.ts'
import { rosterProblemWords } from './words.ts'

const Note = ({ note, onRemove }: { note: NoteView; onRemove: () => void }) => (
  <li>
    <p>{note.text}</p>
    <span className="second">
      {note.accountName}　{whenInWords(note.at)}
      {note.mine && (
        <button type="button" className="link" onClick={onRemove}>
          删去
        </button>
      )}
    </span>
  </li>
)

type NoteInputProps = { busy: boolean; onAdd: (text: string, done: () => void) => void }

const NoteInput = ({ busy, onAdd }: NoteInputProps) => {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim(), () => setText(''))
  }
  return (
    <div className="note-new">
      <Input.TextArea
        aria-label="备忘"
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={1000}
        placeholder="记一条备忘，如：6 月 5 日电话，等合同"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} loading={busy} onClick={add}>
        记下
      </Button>
    </div>
  )
}

/** The office's own notes about a person, newest first. */
export const Notes = ({ graduateId }: { graduateId: string }) => {
  const queries = useQueryClient()
  const found = useQuery(rosterApi.notes.list.queryOptions({ input: { graduateId } }))
  const again = () => queries.invalidateQueries({ queryKey: rosterApi.notes.list.key() })
  const add = useMutation({ mutationFn: (text: string) => rosterApi.notes.add.call({ graduateId, text }), onSuccess: again })
  const remove = useMutation({ mutationFn: (id: string) => rosterApi.notes.remove.call({ graduateId, id }), onSettled: again })
  const error = add.error ?? remove.error
  return (
    <>
      <NoteInput busy={add.isPending} onAdd={(text, done) => add.mutate(text, { onSuccess: done })} />
      {error && (
        <p className="form-error" role="alert">
          {rosterProblemWords(problemOf(error))}
        </p>
      )}
      <ul className="notes" aria-label="备忘">
        {found.data?.map(note => (
          <Note key={note.id} note={note} onRemove={() => remove.mutate(note.id)} />
        ))}
      </ul>
    </>
  )
}
