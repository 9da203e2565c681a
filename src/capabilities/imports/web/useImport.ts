import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { problemOf } from '../../../ui/problem.ts'
import type { MendInput } from '../contract.ts'
import type { RowKind } from '../rules.ts'
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

/** Every write names the version that the last answer gave, so that quick hands do not trip over themselves: writes queue. */
export const useImportWrites = (api: ImportApi, id: string, seen: number) => {
  const queries = useQueryClient()
  const version = useRef(seen)
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
    commit: useMutation({ mutationFn: (partial: boolean) => api.commit.call({ id, version: version.current, partial }), ...settled }),
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
