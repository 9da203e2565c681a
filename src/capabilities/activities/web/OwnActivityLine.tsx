import { PhoneWay } from '../../../ui/PhoneWay.tsx'
import { useSession } from '../../../ui/session.ts'
import type { OwnActivity } from '../contract.ts'
import { AttendanceMark, StateMark, timeOf } from './looks.tsx'
import { useSignUp } from './own.ts'

const Standing = ({ one }: { one: OwnActivity }) => {
  if (one.attendance)
    return (
      <>
        <AttendanceMark state={one.attendance} />
        {one.items.length > 0 && (one.attendance === 'present' || one.attendance === 'late' || one.attendance === 'made-up') && (
          <span className="second">{one.closed ? `已计入：${one.items.join('、')}` : `待支部确认：${one.items.join('、')}`}</span>
        )}
      </>
    )
  return one.state === 'cancelled' ? <StateMark state="cancelled" /> : null
}

const SignUp = ({ one }: { one: OwnActivity }) => {
  const signUp = useSignUp()
  const coming = one.attendance === 'coming'
  return (
    <PhoneWay
      short
      words={coming ? '收回报名' : '我参加'}
      busy={signUp.isPending}
      onClick={() => signUp.mutate({ id: one.id, coming: !coming })}
    />
  )
}

/** One activity as its people see it. */
export const OwnActivityLine = ({ one, onSignIn }: { one: OwnActivity; onSignIn?: ((one: OwnActivity) => void) | undefined }) => {
  const { today } = useSession()
  return (
    <li className="own-activity">
      <p className="own-activity-when">
        {one.onDay === today ? `今天 ${one.begins}` : timeOf(one)}
        {one.state === 'held' && <StateMark state="held" />}
      </p>
      <p className="own-activity-title">{one.title}</p>
      <p className="second">{[one.kindName, one.place, one.heldBy].filter(Boolean).join('，')}</p>
      {one.link && (
        <a className="link" href={one.link} target="_blank" rel="noreferrer">
          进入线上会议
        </a>
      )}
      <Standing one={one} />
      {one.maySignIn && onSignIn && <PhoneWay short words="输入六位数字" onClick={() => onSignIn(one)} />}
      {one.maySignUp && <SignUp one={one} />}
    </li>
  )
}
