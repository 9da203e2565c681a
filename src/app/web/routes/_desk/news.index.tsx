import { createFileRoute } from '@tanstack/react-router'
import { NewsPage } from '../../../../capabilities/news/web/NewsPage.tsx'

export const Route = createFileRoute('/_desk/news/')({ component: NewsPage })
