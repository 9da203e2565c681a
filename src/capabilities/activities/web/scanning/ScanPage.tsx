import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PhonePage } from '../../../../ui/PhonePage.tsx'
import { PhoneWay } from '../../../../ui/PhoneWay.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import type { OwnActivity } from '../../contract.ts'
import { useSigning } from '../own.ts'
import { NotSigned, Signed } from '../Signed.tsx'
import { cameraFaultWords } from '../words.ts'
import { DigitsWay } from './DigitsWay.tsx'
import { useScanner } from './useScanner.ts'
import { Viewfinder } from './Viewfinder.tsx'
import '../activities.css'
import './scan.css'

/** The camera is on while there is something to find. What it reads is sent at once and kept nowhere. */
const Looking = ({ onToken, onAgain }: { onToken: (token: string) => void; onAgain: () => void }) => {
  const { video, finding } = useScanner(onToken)
  if (typeof finding === 'string') return <Viewfinder video={video} finding={finding} />
  return (
    <EmptyState
      {...cameraFaultWords[finding.fault]}
      action={
        <Button size="large" onClick={onAgain}>
          再开一次
        </Button>
      }
    />
  )
}

/** Signing in by the code on the wall, without leaving the app. */
export const ScanPage = () => {
  const signing = useSigning()
  const [typed, setTyped] = useState<OwnActivity>()
  const [round, setRound] = useState(0)
  const signed = typed ?? signing.data
  return (
    <PhonePage title="扫码签到">
      {signing.isPending && <Skeleton lines={3} />}
      {signing.isIdle && !signed && (
        <>
          <Looking key={round} onToken={token => signing.mutate({ token })} onAgain={() => setRound(round + 1)} />
          <div className="phone-foot">
            <DigitsWay onSigned={setTyped} />
          </div>
        </>
      )}
      {signing.error && (
        <>
          <NotSigned error={signing.error} />
          <div className="phone-foot">
            <Button block size="large" type="primary" onClick={signing.reset}>
              再扫一次
            </Button>
            <PhoneWay href="/me/activities" words="看我的活动" />
          </div>
        </>
      )}
      {signed && (
        <>
          <Signed one={signed} />
          <div className="phone-foot">
            <PhoneWay href="/me/activities" words="看我的活动" main />
          </div>
        </>
      )}
    </PhonePage>
  )
}
