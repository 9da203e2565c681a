import { createFileRoute } from '@tanstack/react-router'
import { OwnLetterPage } from '../../../../capabilities/transfers/web/OwnLetterPage.tsx'

export const Route = createFileRoute('/me/_look/letters')({ component: OwnLetterPage })
