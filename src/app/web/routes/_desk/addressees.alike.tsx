import { createFileRoute } from '@tanstack/react-router'
import { AlikePage } from '../../../../capabilities/letters/web/AlikePage.tsx'

export const Route = createFileRoute('/_desk/addressees/alike')({ component: AlikePage })
