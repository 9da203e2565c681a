import { Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { App } from 'antd'
import { useUnread } from '../../capabilities/inbox/web/client.ts'
import { useWaiting } from '../../capabilities/insights/web/useWaiting.ts'
import { Shell } from '../../ui/Shell.tsx'
import { canOf, type Session, SessionProvider } from '../../ui/session.ts'
import { DemoDay } from './DemoDay.tsx'
import { navFor } from './nav.ts'
import { useCohortPicker } from './useCohort.ts'
import { useUserMenu } from './user-menu.ts'

/** One choice is no choice: the bar only names where one stands. */
const named = (label: string, value: string) => ({ label, value, options: [], onPick: () => {} })

export const DeskLayout = ({ session }: { session: Session }) => {
  const place = useLocation({ select: location => location.pathname })
  const folded = useMatches({ select: matches => matches.some(match => match.staticData.folded) })
  const menu = useUserMenu()
  const unread = useUnread()
  const cohort = useCohortPicker(session)
  const can = canOf(session)
  const waiting = useWaiting(session.cohort?.id, can('insights:read'))
  return (
    <SessionProvider session={session}>
      <App>
        <Shell
          groups={navFor(can, waiting)}
          place={place}
          folded={folded}
          top={{
            cohort,
            unit: named('单位', session.unitName),
            demo: session.demo ? <DemoDay today={session.today} /> : undefined,
            bell: { href: '/inbox', unread },
            user: { name: session.name, roleName: session.roleName, items: menu },
          }}
        >
          <Outlet />
        </Shell>
      </App>
    </SessionProvider>
  )
}
