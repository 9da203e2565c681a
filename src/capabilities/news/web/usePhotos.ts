import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { NewsPhoto, NewsView } from '../contract.ts'
import { newsApi } from './client.ts'
import { photoRefusalWords } from './words.ts'

/** As <img> asks for it; the session's cookie goes along. */
export const addressOf = (id: string, thumbnail = false) => `/api/v1/news/photos/${id}${thumbnail ? '?thumbnail=true' : ''}`

/** The photographs of a draft: sent one after another, each that is not taken named with its reason. */
export function usePhotos(view: NewsView) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string[]>([])
  const { queryKey } = newsApi.get.queryOptions({ input: { id: view.id } })
  const put = (photos: NewsPhoto[]) => void queries.setQueryData(queryKey, known => known && { ...known, photos })
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setWrong([])
    try {
      await work()
    } catch (error) {
      setWrong([wordsOf(problemOf(error), photoRefusalWords)])
    } finally {
      setBusy(false)
    }
  }
  const add = (files: readonly File[]) =>
    run(async () => {
      for (const file of files) {
        const { photos, refused } = await newsApi.addPhotos.call({ id: view.id, files: [file] })
        put(photos)
        setWrong(held => [...held, ...refused.map(({ name, reason }) => `${name}：${photoRefusalWords[reason]}`)])
      }
    })
  const arrange = (photos: readonly NewsPhoto[]) =>
    run(async () => {
      const asked = photos.map(({ id, caption }) => ({ id, caption }))
      put((await newsApi.arrangePhotos.call({ id: view.id, photos: asked })).photos)
    })
  const remove = (id: string) => run(async () => put((await newsApi.removePhoto.call({ id })).photos))
  return { busy, wrong, add, arrange, remove }
}
