/** A voided letter and the one that took its place: each knows the other. */
import type { LetterState } from './issue.ts'

export type LetterOfCase = { id: string; transferId: string; number: string; state: LetterState }
export type LetterLink = { id: string; number: string }
export type Reissue = { replaces: LetterLink | null; replacedBy: LetterLink | null }

const link = ({ id, number }: LetterOfCase): LetterLink => ({ id, number })

/** `letters` in the order of their issue; of one case or of many. A voided letter is replaced by the next of its case. */
export function reissues(letters: readonly LetterOfCase[]): ReadonlyMap<string, Reissue> {
  const found = new Map<string, Reissue>()
  for (const ofCase of Map.groupBy(letters, ({ transferId }) => transferId).values())
    for (const [at, letter] of ofCase.entries()) {
      const before = ofCase[at - 1]
      const next = ofCase[at + 1]
      found.set(letter.id, {
        replaces: before?.state === 'voided' ? link(before) : null,
        replacedBy: letter.state === 'voided' && next ? link(next) : null,
      })
    }
  return found
}

/** 作废，已换开 第…号 / 换开自 第…号 */
export const reissueInWords = ({ replaces, replacedBy }: Reissue): { replaced: string | null; from: string | null } => ({
  replaced: replacedBy && `作废，已换开 ${replacedBy.number}`,
  from: replaces && `换开自 ${replaces.number}`,
})
