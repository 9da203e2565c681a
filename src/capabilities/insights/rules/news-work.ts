import { permissionsOf, type Role } from '../../accounts/rules.ts'
import type { Work } from './kinds.ts'

/** Of the reader's own unit: drafts of the branches below that wait for its word, and own ones that came back. */
export type NewsFacts = { toPass: number; toMend: number }

const line = (kind: 'news-to-pass' | 'news-to-mend', count: number): Work[] =>
  count === 0 ? [] : [{ kind, act: 'do', task: null, count, overdue: 0, dueOn: null, clause: 'C16', parts: [] }]

/** No day presses, but somebody waits for an answer. */
export const newsWork = (role: Role, { toPass, toMend }: NewsFacts): Work[] => [
  ...(permissionsOf[role].includes('news:pass') ? line('news-to-pass', toPass) : []),
  ...(permissionsOf[role].includes('news:write') ? line('news-to-mend', toMend) : []),
]
