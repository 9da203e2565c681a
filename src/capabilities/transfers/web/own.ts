/** What the graduate's own pages ask of the server. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { CaseView, Given } from '../contract.ts'
import { lettersApi, transfersApi } from './client.ts'

export const useOwnCase = () => useQuery(transfersApi.mine.get.queryOptions())
export const useOwnLetters = (enabled = true) => useQuery(lettersApi.mine.queryOptions({ enabled }))

type OwnStep = { step: 'submit' | 'withdraw' | 'apply'; version: number; given?: Given }

/** Handing in, withdrawing, applying: the answer is the case as it then stands. */
export const useOwnStep = (onDone: (view: CaseView) => void) => {
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: ({ step, version, given = {} }: OwnStep) => {
      const once = { context: { idempotencyKey: key() } }
      return step === 'submit'
        ? transfersApi.mine.submit.call({ version }, once)
        : transfersApi.mine.step.call({ version, step, given }, once)
    },
    onSettled: renew,
    onSuccess: view => {
      queries.setQueryData(transfersApi.mine.get.queryKey(), view)
      void queries.invalidateQueries({ queryKey: lettersApi.mine.key() })
      onDone(view)
    },
  })
}

/** The form is open to be filled; otherwise the page shows what was handed in. */
export const isFilling = ({ mayEdit, state }: Pick<CaseView, 'mayEdit' | 'state'>): boolean =>
  mayEdit && (state === null || ['to-fill', 'withdrawn', 'void', 'sent-back'].includes(state))

/** The destination is still the graduate's to do. */
export const owesDestination = (view: Pick<CaseView, 'mayEdit' | 'state' | 'owner' | 'term'>): boolean =>
  isFilling(view) && (view.owner === 'member' || view.state === null || view.term === 'unreported')
