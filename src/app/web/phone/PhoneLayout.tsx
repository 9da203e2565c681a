import { SettingOutlined } from '@ant-design/icons'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Anchor } from '../../../ui/Anchor.tsx'
import { PhoneShell } from '../../../ui/PhoneShell.tsx'
import { canOf, type Session, SessionProvider } from '../../../ui/session.ts'
import { phoneEntries } from './phone-nav.ts'

const ToSettings = () => (
  <Anchor className="phone-tool" href="/me/settings" aria-label="账号与外观">
    <SettingOutlined />
  </Anchor>
)

export const PhoneLayout = ({ session }: { session: Session }) => {
  const place = useLocation({ select: location => location.pathname })
  const can = canOf(session)
  const tabs = phoneEntries.filter(entry => can(entry.permission))
  return (
    <SessionProvider session={session}>
      <PhoneShell from={session.unitName} demo={session.demo} extra={<ToSettings />} tabs={tabs} place={place}>
        <Outlet />
      </PhoneShell>
    </SessionProvider>
  )
}
