/** The roster's filters as they stand in the URL, and as the server is asked. */
import type { UrlSearch } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { membershipCodes } from '../rules/membership.ts'
import { outcomes } from '../rules/outcomes.ts'

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
