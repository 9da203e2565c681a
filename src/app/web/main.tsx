import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { provideApi } from '../../ui/api.ts'
import { Look } from '../../ui/Look.tsx'
import { startMode } from '../../ui/mode.ts'
import { openClient } from './client.ts'
import { askAhead } from './entry.ts'
import { fetchCode } from './fetch-code.ts'
import { openQueries } from './queries.ts'
import { openRouter } from './router.tsx'
import { readAnewAfterUpgrade } from './upgraded.ts'

startMode()
readAnewAfterUpgrade()

const toLogin = () => {
  const here = router.state.location
  if (here.pathname === '/login') return
  queries.clear()
  void router.navigate({ to: '/login', search: { next: here.href } })
}

const queries = openQueries()
const client = openClient(toLogin)
const router = openRouter({ client, queries })
provideApi(client)
askAhead({ client, queries }, location.pathname)
fetchCode(router)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Look>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
)
