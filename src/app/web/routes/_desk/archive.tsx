import { createFileRoute } from '@tanstack/react-router'
import { ArchivePage } from '../../../../capabilities/archive/web/ArchivePage.tsx'

export const Route = createFileRoute('/_desk/archive')({ component: ArchivePage })
