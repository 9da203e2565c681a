/** The roster's filters as they stand in the URL, and as the server is asked. */
import type { UrlSearch } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { membershipCodes } from '../rules/membership.ts'
import { outcomes } from '../rules/outcomes.ts'

/** A whole ID number or phone is looked for, but never written into an address that is kept and shared. */
export const isPrivate = (words: string): boolean => /^(?:1[3-9]\d{9}|\d{15}|\d{17}[\dXx]|[A-Za-z]\d{7,10})$/.test(words.trim())

const oneOf = <Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined => codes.find(code => code === text)

export const filterFrom = (search: UrlSearch, cohortId: string, privately = ''): RosterFilter => {
  const words = privately || search.search
  const outcome = oneOf(outcomes, search.outcome)
  const membership = oneOf(membershipCodes, search.membership)
  return {
    cohortId,
    ...(search.branch && { path: search.branch }),
    ...(words && { search: words }),
    ...(outcome && { outcome }),
    ...(membership && { membership }),
  }
}
