import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../../../ui/problem.ts'
import type { MendInput } from '../contract.ts'
import type { Choice, RowKind } from '../rules.ts'
import type { ImportApi } from './api.ts'

/** Rows on one page of the grid: wrong ones come first, so one page holds what most people must mend. */
const PAGE = 100

export const usePreview = (api: ImportApi, id: string, { kind, after }: { kind?: RowKind | undefined; after?: string | undefined }) =>
  useQuery(
    api.preview.queryOptions({
      input: { id, limit: PAGE, ...(kind && { kind }), ...(after && { after }) },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )

export type Change = Omit<MendInput, 'id' | 'version'>
export type Commit = { partial: boolean; rows: number; choice?: Choice; basis?: string }
export type HowFar = { done: number; total: number }

/** Below this it is over before anybody could read how far it is. */
const TOLD = 2_000

/** Every write names the version that the last answer gave, so that quick hands do not trip over themselves: writes queue. */
export const useImportWrites = (api: ImportApi, id: string, seen: number) => {
  const queries = useQueryClient()
  const version = useRef(seen)
  const [howFar, setHowFar] = useState<HowFar>()
  useEffect(() => {
    version.current = Math.max(version.current, seen)
  }, [seen])

  const readAnew = () => queries.invalidateQueries({ queryKey: api.preview.key({ input: { id } }) })
  const settled = {
    scope: { id: `import ${id}` },
    onSuccess: async (view: { version: number }) => {
      version.current = view.version
      await readAnew()
    },
    onError: async (error: unknown) => {
      if (problemOf(error).code === 'CONFLICT') await readAnew()
    },
  }
  return {
    mend: useMutation({ mutationFn: (change: Change) => api.mend.call({ id, version: version.current, ...change }), ...settled }),
    howFar,
    commit: useMutation({
      ...settled,
      mutationFn: async ({ partial, rows, choice, basis }: Commit) => {
        const input = { id, version: version.current, partial, ...(choice && { choice }), ...(basis && { basis }) }
        if (rows < TOLD) return api.commit.call(input)
        for await (const word of await api.commitTold.call(input)) {
          if ('import' in word) return word.import
          setHowFar(word)
        }
        throw new Error('The commit ended without its import.')
      },
      onSettled: () => setHowFar(undefined),
    }),
    // The list itself is another than before: whatever was read of it is read anew. A refusal is shown with its reason in the preview.
    undo: useMutation({
      ...settled,
      mutationFn: () => api.undo.call({ id, version: version.current }),
      onSuccess: () => queries.invalidateQueries(),
      onError: readAnew,
    }),
    cancel: useMutation({ mutationFn: () => api.cancel.call({ id, version: version.current }), ...settled }),
  }
}
export type ImportWrites = ReturnType<typeof useImportWrites>
