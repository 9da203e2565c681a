import { type ComponentProps, lazy, Suspense } from 'react'
import type { DigitsDialog } from './DigitsDialog.tsx'

const Loaded = lazy(() => import('./DigitsDialog.tsx').then(({ DigitsDialog: shown }) => ({ default: shown })))

/** The dialog with its input, fetched when a thumb asks for it: the first screen is the lighter by a tenth. */
export const LaterDigits = (asked: ComponentProps<typeof DigitsDialog>) => (
  <Suspense>
    <Loaded {...asked} />
  </Suspense>
)
