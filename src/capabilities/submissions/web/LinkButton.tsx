import { useRouter } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

/** A button that leads to a page of the app: a link, so that it opens in a new tab too. */
export const LinkButton = ({ href, ...rest }: ButtonProps & { href: string }) => {
  const router = useRouter()
  return (
    <Button
      {...rest}
      href={href}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        router.history.push(href)
      }}
    />
  )
}
