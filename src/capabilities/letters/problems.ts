import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { factsOf, type LetterDraft, personComplete, type SchoolShare, schoolShare } from './draft.ts'
import { type IssueRefusal, issueObstacles, printedTexts } from './rules.ts'
import * as store from './store.ts'

export type PrintProblem = { attemptId: string; memberName: string; obstacles: IssueRefusal[]; characters: string[] }

/** The school's share of the paper and the key that seals it, by cohort. */
export async function sharesOf(
  context: RequestContext,
  drafts: readonly Pick<LetterDraft, 'cohortId'>[],
): Promise<Map<string, { share: SchoolShare; vault: Vault }>> {
  const { trx, scope } = context
  const sender = await school(trx, scope.school)
  const shares = new Map<string, { share: SchoolShare; vault: Vault }>()
  for (const cohortId of new Set(drafts.map(draft => draft.cohortId)))
    shares.set(cohortId, { share: schoolShare(sender, await planOf(trx, scope, cohortId)), vault: await context.vault(cohortId) })
  return shares
}

/** That the case is approved and goes by paper is known to the caller. */
const decidedBefore = { underReview: false, approved: true, paperDecided: true }

/** What keeps each draft from being a letter; those in order are left out. Asked before a number is given. */
export async function printProblems(context: RequestContext, drafts: readonly LetterDraft[]): Promise<PrintProblem[]> {
  if (drafts.length === 0) return []
  const { trx, scope, today, typesetting } = context
  const shares = await sharesOf(context, drafts)
  const standing = await store.standingAttempts(
    trx,
    scope,
    drafts.map(({ attemptId }) => attemptId),
  )
  return drafts.flatMap(draft => {
    const texts = printedTexts({ ...factsOf(draft, shares.get(draft.cohortId)!.share, today), numberInYear: 0, receipt: null })
    const characters = [...new Set(typesetting.missingGlyphs(texts).flatMap(missing => missing.characters))]
    const obstacles = issueObstacles({
      ...decidedBefore,
      letterStands: standing.has(draft.attemptId),
      personComplete: personComplete(draft),
      addressee: draft.addresseeName,
      duesPaidTo: draft.duesPaidTo,
      missingGlyphs: characters,
      validDays: draft.validDays,
    })
    return obstacles.length ? [{ attemptId: draft.attemptId, memberName: draft.memberName, obstacles, characters }] : []
  })
}
