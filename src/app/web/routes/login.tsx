import { createFileRoute } from '@tanstack/react-router'
import { safeNext } from '../entry.ts'
import { LoginPage } from '../login/LoginPage.tsx'

const Login = () => {
  const { next } = Route.useSearch()
  const { client } = Route.useRouteContext()
  return <LoginPage client={client} next={next} />
}

export const Route = createFileRoute('/login')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = safeNext(typeof search.next === 'string' ? search.next : undefined)
    return next ? { next } : {}
  },
  component: Login,
})
