/** A list of any length: its blocks come as they come into sight. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { LedgerView, RosterFilter } from '../contract.ts'
import { rosterApi } from './client.ts'

const BLOCK = 100
const STILL_MS = 30_000

export interface Ledger {
  total: number | undefined
  error: Error | null
  retry: () => void
  rowAt: (index: number) => LedgerView | undefined
  onSight: (first: number, last: number) => void
}

const blocksOf = (first: number, last: number): number[] => {
  const [from, to] = [Math.floor(first / BLOCK), Math.floor(last / BLOCK)]
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

export const useLedger = (filter: RosterFilter): Ledger => {
  const [sight, setSight] = useState<readonly [number, number]>([0, 0])
  const wanted = useMemo(() => [...new Set([0, ...blocksOf(...sight)])], [sight])
  const found = useQueries({
    queries: wanted.map(block =>
      rosterApi.list.queryOptions({ input: { ...filter, limit: BLOCK, ...(block > 0 && { from: block * BLOCK }) }, staleTime: STILL_MS }),
    ),
  })
  const blocks = new Map(wanted.map((block, at) => [block, found[at]!.data?.rows]))
  const onSight = useCallback(
    (first: number, last: number) => setSight(before => (before[0] === first && before[1] === last ? before : [first, last])),
    [],
  )
  return {
    total: found[0]!.data?.total,
    error: found.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const query of found) if (query.error) void query.refetch()
    },
    rowAt: index => blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    onSight,
  }
}
