import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { lettersApi } from './client.ts'

export type Offset = { right: number; down: number }

const PLACE = 'letter-print-offset'
const straight: Offset = { right: 0, down: 0 }

/** Printers differ from desk to desk, so the offset is remembered by this browser. */
const remembered = (): Offset => {
  try {
    return { ...straight, ...JSON.parse(localStorage.getItem(PLACE) ?? '{}') }
  } catch {
    return straight
  }
}

const remember = (offset: Offset) => {
  try {
    localStorage.setItem(PLACE, JSON.stringify(offset))
  } catch {
    // A browser that keeps nothing prints all the same.
  }
}

/** The PDF of these letters: made at once, and again only when asked, since every making is on record. */
export const usePrint = (ids: readonly string[]) => {
  const queries = useQueryClient()
  const [offset, setOffset] = useState(remembered)
  const [url, setUrl] = useState<string>()
  const making = useMutation({
    mutationFn: (at: Offset) => lettersApi.print.call({ ids: [...ids], offset: at }),
    onSuccess: (file, at) => {
      remember(at)
      setUrl(URL.createObjectURL(file))
      void queries.invalidateQueries({ queryKey: lettersApi.get.key() })
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the drawer is the act of printing
  useEffect(() => making.mutate(offset), [])
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])

  return { offset, setOffset, url, making, name: making.data?.name ?? '介绍信.pdf', made: making.variables }
}
