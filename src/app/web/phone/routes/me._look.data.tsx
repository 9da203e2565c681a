import { createFileRoute } from '@tanstack/react-router'
import { OwnDataPage } from '../../../../capabilities/roster/web/own/OwnDataPage.tsx'

export const Route = createFileRoute('/me/_look/data')({ component: OwnDataPage })
