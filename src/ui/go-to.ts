import type { AnyRouter } from '@tanstack/react-router'

/** Another page of this app; desk and phone are two apps, and what the one does not have is opened as a new document. */
export const goTo = (router: AnyRouter, href: string): void => {
  const [, params, found] = router.getMatchedRoutes(new URL(href, location.href).pathname)
  // What only begins like one of its pages has a rest.
  if (found && !('**' in params)) router.history.push(href)
  else location.assign(href)
}
