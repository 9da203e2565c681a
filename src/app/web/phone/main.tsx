import { IconProvider } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { provideApi } from '../../../ui/api.ts'
import { startMode } from '../../../ui/mode.ts'
import { nonce } from '../../../ui/nonce.ts'
import { openClient } from '../client.ts'
import { askAhead } from '../entry.ts'
import { fetchCode } from '../fetch-code.ts'
import { openQueries } from '../queries.ts'
import { readAnewAfterUpgrade } from '../upgraded.ts'
import { openPhone, toLogin } from './router.tsx'
import '../../../ui/look.css'

startMode()
readAnewAfterUpgrade()

const queries = openQueries()
const client = openClient(() => toLogin(location.pathname + location.search + location.hash))
const router = openPhone({ client, queries })
provideApi(client)
askAhead({ client, queries }, location.pathname)
fetchCode(router)

// The look of the controls comes with the pages that have any.
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <IconProvider value={{ ...(nonce && { csp: { nonce } }) }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </IconProvider>
  </StrictMode>,
)
