import { createFileRoute, redirect } from '@tanstack/react-router'
import { homeOf, requireSession } from '../entry.ts'

export const Route = createFileRoute('/')({
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context, location.href)
    throw redirect({ to: homeOf(session) as string, replace: true })
  },
})
