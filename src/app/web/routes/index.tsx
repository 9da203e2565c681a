import { createFileRoute, redirect } from '@tanstack/react-router'
import { homeOf, requireSession, usesPhone } from '../entry.ts'

export const Route = createFileRoute('/')({
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context, location.href)
    // The phone's app is another document.
    throw redirect({ href: homeOf(session), replace: true, reloadDocument: usesPhone(session) })
  },
})
