import { createFileRoute } from '@tanstack/react-router'
import { SignInPage } from '../../../../capabilities/activities/web/SignInPage.tsx'

export const Route = createFileRoute('/_phone/me/sign-in')({ component: SignInPage })
