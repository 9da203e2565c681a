import { createFileRoute } from '@tanstack/react-router'
import { DeskLayout } from '../DeskLayout.tsx'
import { requireSession } from '../entry.ts'

const Desk = () => <DeskLayout session={Route.useRouteContext().session} />

export const Route = createFileRoute('/_desk')({
  beforeLoad: async ({ context, location }) => ({ session: await requireSession(context, location.href) }),
  component: Desk,
})
