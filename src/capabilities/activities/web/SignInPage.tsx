import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { PhoneWay } from '../../../ui/PhoneWay.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSigning } from './own.ts'
import { NotSigned, Signed } from './Signed.tsx'
import './activities.css'

/** Where the scanned code leads: it signs in at once. The code stands behind the #, so that no log holds it, and leaves the address as soon as it is read. */
export const SignInPage = () => {
  const signing = useSigning()
  const { history } = useRouter()
  const asked = useRef('')
  const token = useLocation({ select: ({ hash }) => hash })
  const { mutate } = signing
  useEffect(() => {
    if (asked.current === token) return
    asked.current = token
    if (token === '') return
    mutate({ token })
    history.replace('/me/sign-in')
  }, [token, mutate, history])
  return (
    <PhonePage title="签到">
      {token === '' && signing.isIdle && <p>请扫大屏幕上的二维码，或到“活动”里输入六位数字。</p>}
      {signing.isPending && <Skeleton lines={3} />}
      {signing.error && <NotSigned error={signing.error} />}
      {signing.data && <Signed one={signing.data} />}
      {!signing.isPending && !signing.data && <PhoneWay href="/me/scan" main words="扫码签到" />}
      <PhoneWay href="/me/activities" words="看我的活动" />
    </PhonePage>
  )
}
