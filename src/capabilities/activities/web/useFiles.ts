import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { ActivityFile, ActivityView } from '../contract.ts'
import type { FileKind } from '../rules.ts'
import { activitiesApi } from './client.ts'
import { smaller } from './smaller.ts'
import { fileRefusalWords } from './words.ts'

/** As <img> and <a> ask for it; the session's cookie goes along. */
export const addressOf = (id: string, thumbnail = false) => `/api/v1/activities/files/${id}${thumbnail ? '?thumbnail=true' : ''}`

export type Sending = { key: number; name: string; at: 'waiting' | 'sending' | 'failed'; why?: string }

export const fileProblemWords = (error: unknown): string => wordsOf(problemOf(error), fileRefusalWords)

type Answer = { files: ActivityFile[] }

/** Files go up one after another: those that are taken show at once, each that is not stays with its reason. */
export function useFiles(view: ActivityView, kind: FileKind) {
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending[]>([])
  const put = ({ files }: Answer) =>
    queries.setQueriesData({ queryKey: activitiesApi.get.key() }, (held: unknown) => {
      const known = held as ActivityView | undefined
      return known?.id === view.id ? { ...known, files } : known
    })
  const settled = () => queries.invalidateQueries({ queryKey: activitiesApi.get.key() })
  const mark = (key: number, change: Partial<Sending>) =>
    setSending(held => held.map(one => (one.key === key ? { ...one, ...change } : one)))

  const send = async (file: File): Promise<string | null> => {
    try {
      if (kind === 'attachment') {
        put(await activitiesApi.addAttachment.call({ id: view.id, file }))
        return null
      }
      const { refused, ...answer } = await activitiesApi.addPhotos.call({ id: view.id, files: [await smaller(file)] })
      put(answer)
      return refused[0] ? fileRefusalWords[refused[0].reason] : null
    } catch (error) {
      return fileProblemWords(error)
    }
  }

  const add = async (files: readonly File[]) => {
    const first = Math.max(0, ...sending.map(({ key }) => key)) + 1
    const queue = files.map((file, at) => ({ key: first + at, file }))
    const waiting = queue.map(({ key, file }): Sending => ({ key, name: file.name, at: 'waiting' }))
    setSending(held => [...held.filter(({ at }) => at !== 'failed'), ...waiting])
    for (const { key, file } of queue) {
      mark(key, { at: 'sending' })
      const why = await send(file)
      if (why) mark(key, { at: 'failed', why })
      else setSending(held => held.filter(one => one.key !== key))
    }
    await settled()
  }
  const caption = useMutation({
    mutationFn: (asked: { id: string; caption: string }) => activitiesApi.changeCaption.call(asked),
    onSuccess: put,
  })
  const remove = useMutation({
    mutationFn: (asked: { id: string; reason: string }) => activitiesApi.removeFile.call(asked),
    onSuccess: answer => {
      put(answer)
      void settled()
    },
  })
  return {
    files: view.files.filter(file => file.kind === kind),
    sending,
    busy: sending.some(({ at }) => at !== 'failed'),
    add: (files: readonly File[]) => void add(files),
    dismiss: (key: number) => setSending(held => held.filter(one => one.key !== key)),
    caption,
    remove,
  }
}
export type Files = ReturnType<typeof useFiles>
