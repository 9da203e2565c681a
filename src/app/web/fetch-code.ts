import type { AnyRouter } from '@tanstack/react-router'

/** The code of the page that is being opened comes while it is asked who is signed in. */
export const fetchCode = (router: AnyRouter): void => {
  for (const route of router.getMatchedRoutes(location.pathname)[0]) void router.loadRouteChunk(route)
}
