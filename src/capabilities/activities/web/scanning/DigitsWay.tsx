import { Button } from 'antd'
import { useState } from 'react'
import type { OwnActivity } from '../../contract.ts'
import { LaterDigits } from '../LaterDigits.tsx'
import { useOwnActivities } from '../own.ts'

/** The other way in, for whatever is being held now. */
export const DigitsWay = ({ onSigned }: { onSigned: (one: OwnActivity) => void }) => {
  const all = useOwnActivities().data
  const [chosen, setChosen] = useState<OwnActivity>()
  const open = all?.filter(({ maySignIn }) => maySignIn) ?? []
  if (all && open.length === 0) return <p className="second">现在没有等你签到的活动。</p>
  return (
    <>
      {open.map(one => (
        <Button key={one.id} block size="large" onClick={() => setChosen(one)}>
          {open.length === 1 ? '输入六位数字' : `输入数字：${one.title}`}
        </Button>
      ))}
      {chosen && <LaterDigits one={chosen} onClose={() => setChosen(undefined)} onSigned={onSigned} />}
    </>
  )
}
