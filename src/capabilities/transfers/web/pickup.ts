/** The letters that lie in the office: which branches they are of, which are sought. */
import { isSought } from '../../letters/rules.ts'
import type { transfersApi } from './client.ts'

export type WaitingLetter = Awaited<ReturnType<typeof transfersApi.letters.toHandOut.call>>[number]

/** In roster order, each once with the number of its letters. */
export const branchesOf = (letters: readonly WaitingLetter[]) =>
  [...Map.groupBy(letters, ({ path }) => path)].map(([path, ofBranch]) => ({
    path,
    name: [ofBranch[0]!.unitName, ofBranch[0]!.branchName].filter(Boolean).join(' · '),
    count: ofBranch.length,
  }))

export const soughtIn = (letters: readonly WaitingLetter[], { q = '', path }: { q?: string | undefined; path?: string | undefined }) =>
  letters.filter(letter => (path === undefined || letter.path === path) && isSought(letter, q))
