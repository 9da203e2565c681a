import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { Session } from '../../../../ui/session.ts'
import { requireSession, SESSION_KEY } from '../../entry.ts'
import { PhoneLayout } from '../PhoneLayout.tsx'

/** Asked for before the page is drawn. */
const Phone = () => {
  const session = useQuery<Session>({ queryKey: SESSION_KEY, enabled: false }).data
  return session && <PhoneLayout session={session} />
}

export const Route = createFileRoute('/me')({
  beforeLoad: async ({ context, location }) => {
    await requireSession(context, location.href, { reloadDocument: true })
  },
  component: Phone,
})
