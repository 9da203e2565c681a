/** The entry of the public page /r/{code}: by itself, without the router, the client and the component library of the desk. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { codeIn } from '../../capabilities/letters/web/receipt/ask.ts'
import { ReceiptPage } from '../../capabilities/letters/web/receipt/ReceiptPage.tsx'
import '../../ui/tokens.css'
import '../../ui/base.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ReceiptPage code={codeIn(window.location.pathname)} />
  </StrictMode>,
)
