import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type PrintKind, printKinds } from '../rules/printers.ts'
import { lettersApi } from './client.ts'

/** On what paper, and by which printer's offset; null: not moved. */
export type PrintChoice = { kind: PrintKind; printerId: string | null }

const PLACE = 'letter-print-choice'
const plain: PrintChoice = { kind: 'blank', printerId: null }

/** Desks differ in their printers, so the choice is remembered by this browser. */
const remembered = (): PrintChoice => {
  try {
    const { kind, printerId } = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<PrintChoice>
    return { kind: printKinds.find(known => known === kind) ?? 'blank', printerId: typeof printerId === 'string' ? printerId : null }
  } catch {
    return plain
  }
}

const remember = (choice: PrintChoice) => {
  try {
    localStorage.setItem(PLACE, JSON.stringify(choice))
  } catch {
    // A browser that keeps nothing prints all the same.
  }
}

/** The PDF of these letters: made at once as the last time, and again only when asked, since every making is on record. */
export const usePrint = (ids: readonly string[]) => {
  const queries = useQueryClient()
  const [choice, setChoice] = useState(remembered)
  const [url, setUrl] = useState<string>()
  const making = useMutation({
    mutationFn: (chosen: PrintChoice) => lettersApi.print.call({ ids: [...ids], ...chosen }),
    onSuccess: (file, chosen) => {
      remember(chosen)
      setUrl(URL.createObjectURL(file))
      void queries.invalidateQueries({ queryKey: lettersApi.get.key() })
    },
    // A printer that was removed meanwhile is not chosen again.
    onError: () => remember(plain),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the drawer is the act of printing
  useEffect(() => making.mutate(choice), [])
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])

  return { choice, setChoice, url, making, name: making.data?.name ?? '介绍信.pdf', made: making.variables }
}
