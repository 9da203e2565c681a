import { createFileRoute } from '@tanstack/react-router'
import { requireSession } from '../entry.ts'
import { PhoneLayout } from '../PhoneLayout.tsx'

const Phone = () => <PhoneLayout session={Route.useRouteContext().session} />

export const Route = createFileRoute('/_phone')({
  beforeLoad: async ({ context, location }) => ({ session: await requireSession(context, location.href) }),
  component: Phone,
})
