import { useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { attendanceNames } from '../rules.ts'
import { useSigning } from './own.ts'
import { signRefusalWords } from './words.ts'
import './activities.css'

/** Where the scanned code leads: it signs in at once. The code stands behind the #, so that no log ever holds it. */
export const SignInPage = () => {
  const signing = useSigning()
  const asked = useRef('')
  const token = useLocation({ select: ({ hash }) => hash })
  const { mutate } = signing
  useEffect(() => {
    if (asked.current === token || token === '') return
    asked.current = token
    mutate({ token })
  }, [token, mutate])
  const one = signing.data
  return (
    <PhonePage title="签到">
      {token === '' && <p>请用手机相机扫大屏幕上的二维码，或到“活动”里输入六位数字。</p>}
      {signing.isPending && <Skeleton lines={3} />}
      {signing.error && (
        <Section title="没有签到">
          <p className="t-red" role="alert">
            {wordsOf(problemOf(signing.error), signRefusalWords)}
          </p>
        </Section>
      )}
      {one && (
        <Section title={one.title}>
          <p className="own-signed" role="status">
            <Mark tone="green" glyph="check">
              {attendanceNames[one.attendance ?? 'present']}
            </Mark>
          </p>
          {one.items.length > 0 && <p className="second">支部结束登记后，计入“{one.items.join('、')}”。</p>}
        </Section>
      )}
      <p>
        <Anchor href="/me/activities">
          <Button block size="large">
            看我的活动
          </Button>
        </Anchor>
      </p>
    </PhonePage>
  )
}
