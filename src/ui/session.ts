import { createContext, createElement, type ReactNode, use } from 'react'

/** Who is signed in, as the app learnt it from the server. */
export type Session = {
  accountId: string
  name: string
  role: string
  roleName: string
  unitId: string
  unitName: string
  unitPath: string
  schoolName: string
  /** The member behind the account; staff have none. */
  memberId: string | null
  permissions: readonly string[]
  /** The office's day; in a demonstration it can be moved. */
  today: string
  demo: boolean
  /** The graduating year whose work is shown, when there is one. */
  cohort: { id: string; year: number; name: string } | null
}

export type Can = (permission: string) => boolean

const SessionContext = createContext<Session | null>(null)

export const canOf =
  (session: Pick<Session, 'permissions'>): Can =>
  permission =>
    session.permissions.includes(permission)

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) =>
  createElement(SessionContext, { value: session }, children)

/** The signed-in actor with `can('roster:import')`. Only under a layout that requires a session. */
export const useSession = (): Session & { can: Can } => {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is used outside a signed-in layout')
  return { ...session, can: canOf(session) }
}
