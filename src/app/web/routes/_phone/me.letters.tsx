import { createFileRoute } from '@tanstack/react-router'
import { OwnLetterPage } from '../../../../capabilities/transfers/web/OwnLetterPage.tsx'

export const Route = createFileRoute('/_phone/me/letters')({ component: OwnLetterPage })
