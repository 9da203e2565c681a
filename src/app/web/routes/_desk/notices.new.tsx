import { createFileRoute } from '@tanstack/react-router'
import { NewNoticePage } from '../../../../capabilities/notices/web/NoticeFormPage.tsx'

export const Route = createFileRoute('/_desk/notices/new')({ component: NewNoticePage })
