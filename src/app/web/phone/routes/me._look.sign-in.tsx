import { createFileRoute } from '@tanstack/react-router'
import { SignInPage } from '../../../../capabilities/activities/web/SignInPage.tsx'

export const Route = createFileRoute('/me/_look/sign-in')({ component: SignInPage })
