import { createFileRoute, Outlet } from '@tanstack/react-router'
import { Look } from '../../../../ui/Look.tsx'

/** The first page has no controls that want it; the others have. */
export const Route = createFileRoute('/me/_look')({
  component: () => (
    <Look>
      <Outlet />
    </Look>
  ),
})
