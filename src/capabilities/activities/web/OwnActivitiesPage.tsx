import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { OwnActivity } from '../contract.ts'
import { LaterDigits } from './LaterDigits.tsx'
import { OwnActivityLine } from './OwnActivityLine.tsx'
import { parted, useOwnActivities } from './own.ts'
import { ScanWay } from './ScanWay.tsx'
import './activities.css'

/** What the member is asked to, and where they have been. */
export const OwnActivitiesPage = ({ calendar }: { calendar?: ReactNode }) => {
  const { today } = useSession()
  const { data, error, refetch } = useOwnActivities()
  const [signing, setSigning] = useState<OwnActivity>()
  const { next, past } = parted(data ?? [], today)
  return (
    <PhonePage title="教育活动" lead="到了会场，对着大屏幕上的码扫一下就是签到。用手机自带相机扫也行。">
      {!data && !error && <Skeleton lines={6} />}
      {!data && error && <ErrorState title="活动没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Section title="要参加的">
            {next.length === 0 ? (
              <EmptyState title="现在没有活动" next="支部通知活动后，会列在这里。" />
            ) : (
              <ul className="own-activities">
                {next.map(one => (
                  <OwnActivityLine key={one.id} one={one} onSignIn={setSigning} />
                ))}
              </ul>
            )}
          </Section>
          {past.length > 0 && (
            <Section title="参加记录">
              <ul className="own-activities">
                {past.map(one => (
                  <OwnActivityLine key={one.id} one={one} />
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      {calendar && <p className="own-calendar">{calendar}</p>}
      <div className="phone-foot">
        <ScanWay main={next.some(({ maySignIn }) => maySignIn)} />
      </div>
      {signing && <LaterDigits one={signing} onClose={() => setSigning(undefined)} />}
    </PhonePage>
  )
}
