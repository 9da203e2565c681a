import { type AnyRoute, useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'
import { goTo } from './go-to.ts'

type AnchorProps = ComponentProps<'a'> & { href: string }

const leavesThisTab = (event: MouseEvent) =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** A link given as data (`/transfers?state=sent`): stays in the app, and its page's code is fetched when the hand nears it. */
export const Anchor = ({ href, onClick, ...rest }: AnchorProps) => {
  const router = useRouter({ warn: false })
  const inApp = Boolean(router) && href.startsWith('/') && rest.target === undefined && rest.download === undefined

  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (!inApp || leavesThisTab(event)) return
    event.preventDefault()
    goTo(router, href)
  }

  const fetchCode = () => {
    const routes: Readonly<Record<string, AnyRoute | undefined>> = { ...router.routesByPath }
    const route = routes[href.split('?')[0] ?? href]
    if (route) void router.loadRouteChunk(route)
  }

  return <a {...rest} href={href} onClick={go} {...(inApp && { onPointerEnter: fetchCode, onFocus: fetchCode })} />
}
