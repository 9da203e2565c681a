/** Letters that were just issued are at the head of the ledger: their ids, in the order of their numbers. */
import { lettersApi } from './client.ts'

const PAGE = 100
const MOST_PAGES = 30

export const lettersOf = async (cohortId: string, transferIds: readonly string[]): Promise<string[]> => {
  const wanted = new Set(transferIds)
  const found: string[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES && wanted.size > 0; page += 1) {
    const { rows, next } = await lettersApi.list.call({ cohortId, limit: PAGE, after })
    for (const { id, transferId, standing } of rows) {
      if (standing === 'voided' || !wanted.delete(transferId)) continue
      found.push(id)
    }
    if (!next) break
    after = next
  }
  return found.reverse()
}
