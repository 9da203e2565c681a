import { createRouter } from '@tanstack/react-router'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { RouterContext } from '../context.ts'
import { NotFound } from '../NotFound.tsx'
import { parsePlain, writePlain } from '../plain-search.ts'
import { RouteError } from '../RouteError.tsx'
import { routeTree } from './routeTree.gen.ts'

/** The phone's app: what is not below /me belongs to the desk's, and is opened as another page. */
export const openPhone = (context: RouterContext) =>
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

export const toLogin = (next: string): void => location.assign(`/login?next=${encodeURIComponent(next)}`)
