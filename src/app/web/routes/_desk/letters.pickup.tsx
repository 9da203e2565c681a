import { createFileRoute } from '@tanstack/react-router'
import { PickUpPage } from '../../../../capabilities/transfers/web/PickUpPage.tsx'

export const Route = createFileRoute('/_desk/letters/pickup')({ component: PickUpPage })
