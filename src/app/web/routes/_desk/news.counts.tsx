import { createFileRoute } from '@tanstack/react-router'
import { CountsPage } from '../../../../capabilities/news/web/CountsPage.tsx'

export const Route = createFileRoute('/_desk/news/counts')({ component: CountsPage })
