import { Button } from 'antd'
import { useState } from 'react'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { CaseView } from '../contract.ts'
import { contactWayNames, lampNames } from '../rules.ts'
import { dayOfYear, shortDay } from './days.ts'
import { escalationWords, keeperWords } from './following-words.ts'
import { StayContactDialog } from './StayContactDialog.tsx'
import './following.css'

const Escalation = ({ escalation }: { escalation: NonNullable<CaseView['escalation']> }) => (
  <div>
    <Mark tone="red" glyph="q3">
      {escalationWords(escalation)}
    </Mark>
    <p className="second">{lampNames[escalation.lamp]}，到期后没有人办。办一步、回拨或登记联系，就不再升级。</p>
  </div>
)

const Keeper = ({ keeper }: { keeper: NonNullable<CaseView['keeper']> }) => (
  <p>
    由<b>{keeperWords(keeper)}</b>跟进{keeper.phone && `，电话 ${keeper.phone}`}
    <span className="second following-line">
      原支部离校后解散，{dayOfYear(keeper.since)}转交{!keeper.name && '。总支还没有指定到人'}
    </span>
  </p>
)

const Contacts = ({ contacts, today }: { contacts: CaseView['stay']['contacts']; today: string }) =>
  contacts.length === 0 ? (
    <p className="second">还没有登记过联系。保留在校的，每半年至少联系一次。</p>
  ) : (
    <ul className="following-contacts">
      {contacts.map(({ id, on, way, spokenWith, note, by }) => (
        <li key={id}>
          <span>
            {shortDay(on, today)} {contactWayNames[way]}，{spokenWith}
          </span>
          <span className="second following-line">{[note, `${by} 登记`].filter(Boolean).join('。')}</span>
        </li>
      ))}
    </ul>
  )

/** Who follows the case up, whether it has passed to the next level, and the contacts with somebody who stays. */
export const FollowingSection = ({ view, today }: { view: CaseView; today: string }) => {
  const [logging, setLogging] = useState(false)
  const { escalation, keeper, stay } = view
  const stays = stay.mayLog || stay.contacts.length > 0
  if (!escalation && !keeper && !stays) return null
  return (
    <Section title="跟进" extra={stay.mayLog && <Button onClick={() => setLogging(true)}>登记联系</Button>}>
      <div className="following">
        {escalation && <Escalation escalation={escalation} />}
        {keeper && <Keeper keeper={keeper} />}
        {stays && <Contacts contacts={stay.contacts} today={today} />}
      </div>
      {logging && view.id && <StayContactDialog id={view.id} name={view.person.name} onClose={() => setLogging(false)} />}
    </Section>
  )
}
