import { createRouter } from '@tanstack/react-router'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { RouterContext } from './context.ts'
import { NotFound } from './NotFound.tsx'
import { parsePlain, writePlain } from './plain-search.ts'
import { RouteError } from './RouteError.tsx'
import { routeTree } from './routeTree.gen.ts'

export const openRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    parseSearch: parsePlain,
    stringifySearch: writePlain,
    defaultPendingComponent: () => <Skeleton />,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>
  }
  interface StaticDataRouteOption {
    /** The navigation folds to icons: for wizards and wide grids. */
    folded?: boolean
  }
}
