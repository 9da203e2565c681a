import { redirect } from '@tanstack/react-router'
import type { Role } from '../../capabilities/accounts/rules.ts'
import { problemOf } from '../../ui/problem.ts'
import type { Session } from '../../ui/session.ts'
import type { AppClient } from './client.ts'
import { chosenCohort, cohortAmong } from './cohort.ts'
import type { RouterContext } from './context.ts'

/** `queries.invalidateQueries({ queryKey: SESSION_KEY })`, then `router.invalidate()`, when the day, role or cohort was changed. */
export const SESSION_KEY = ['session']

/** They do their part on a phone. */
const onPhones: readonly Role[] = ['graduate', 'junior']
export const usesPhone = (session: Pick<Session, 'role'>): boolean => (onPhones as readonly string[]).includes(session.role)

/** Posts that read no member data have no first screen: they begin where their work is. */
const otherHomes: Partial<Record<Role, string>> = {
  'publicity-office': '/news',
  'system-admin': '/orgs',
  'security-admin': '/accounts',
  auditor: '/audit',
}

export const homeOf = (session: Pick<Session, 'role'>): string =>
  usesPhone(session) ? '/me' : ((otherHomes as Record<string, string | undefined>)[session.role] ?? '/today')

/** Only a path of this site: `//elsewhere` and `https:` would lead away. */
export const safeNext = (next: string | undefined): string | undefined => (next && /^\/(?![/\\])/.test(next) ? next : undefined)

const ask = async (client: AppClient): Promise<Session> => {
  const [{ demonstration, ...who }, cohorts] = await Promise.all([client.accounts.session(), client.plans.cohorts()])
  return { ...who, demo: demonstration, cohort: cohortAmong(cohorts, chosenCohort()) }
}

const session = (client: AppClient) => ({ queryKey: SESSION_KEY, queryFn: () => ask(client), staleTime: 60_000 })

/** Nobody is signed in there yet. */
const withoutSession: readonly string[] = ['/login', '/setup']

/** Asked before anything else is fetched; whether somebody is signed in is decided when the page opens. */
export const askAhead = ({ client, queries }: RouterContext, path: string): void => {
  if (!withoutSession.includes(path)) void queries.prefetchQuery(session(client))
}

/** The signed-in session, or the way to the login page and back. */
export const requireSession = async (
  { client, queries }: RouterContext,
  here: string,
  where: { reloadDocument?: boolean } = {},
): Promise<Session> => {
  try {
    return await queries.fetchQuery(session(client))
  } catch (error) {
    if (problemOf(error).code !== 'UNAUTHORIZED') throw error
    const next = here === '/' ? undefined : safeNext(here)
    throw redirect({ to: '/login', search: next ? { next } : {}, ...where })
  }
}
