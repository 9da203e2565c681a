import { RightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import type { OwnActivity } from '../contract.ts'
import { LaterDigits } from './LaterDigits.tsx'
import { OwnActivityLine } from './OwnActivityLine.tsx'
import { parted, useOwnActivities } from './own.ts'
import { ScanWay } from './ScanWay.tsx'
import './activities.css'

const SHOWN = 2

/** The next ones on the first screen; gone when there are none and never were. */
export const OwnActivitiesCard = () => {
  const { today } = useSession()
  const all = useOwnActivities().data
  const [signing, setSigning] = useState<OwnActivity>()
  if (!all || all.length === 0) return null
  const { next } = parted(all, today)
  return (
    <Section
      title="教育活动"
      extra={
        <Anchor className="link" href="/me/activities">
          全部 {all.length} 次 <RightOutlined aria-hidden="true" />
        </Anchor>
      }
    >
      {next.length === 0 ? (
        <p className="second">现在没有要参加的活动。</p>
      ) : (
        <ul className="own-activities">
          {next.slice(0, SHOWN).map(one => (
            <OwnActivityLine key={one.id} one={one} onSignIn={setSigning} />
          ))}
        </ul>
      )}
      {next.length > 0 && <ScanWay main={next.some(({ maySignIn }) => maySignIn)} />}
      {signing && <LaterDigits one={signing} onClose={() => setSigning(undefined)} />}
    </Section>
  )
}
