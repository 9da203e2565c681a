import type { Work } from '../rules.ts'

/** The people behind a number. A post that doesn't read the cases is led to the roster. */
export const peopleOf = (search: string, seesCases: boolean): string => (seesCases ? `/transfers?${search}` : '/roster')

type Linked = Pick<Work, 'kind' | 'act'>

/** Where a line of work is done, or seen. */
export const linkOf = ({ kind, act }: Linked): string => {
  if (kind.startsWith('return-') || (kind === 'verified' && act === 'do')) return '/submissions'
  if (kind === 'notice-unread' || kind === 'notice-duties' || kind === 'duty-reports') return '/notices'
  if (kind === 'news-to-pass' || kind === 'news-to-mend') return '/news'
  if (kind === 'items-missing') return '/education'
  if (kind === 'item-reports') return '/education/reports'
  if (kind === 'corrections') return '/roster/corrections'
  if (kind === 'escalated-secondary') return '/transfers?escalated=secondary'
  if (kind === 'escalated-committee') return '/transfers?escalated=committee'
  if (kind === 'to-issue' && act === 'do') return '/letters'
  if (kind === 'to-fill') return '/transfers?term=unreported'
  if (kind === 'application') return '/transfers?term=in-school-process'
  return `/transfers?state=${kind}`
}
