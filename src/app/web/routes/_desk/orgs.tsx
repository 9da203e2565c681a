import { createFileRoute } from '@tanstack/react-router'
import { OrgsPage } from '../../../../capabilities/orgs/web/OrgsPage.tsx'

export const Route = createFileRoute('/_desk/orgs')({ component: OrgsPage })
