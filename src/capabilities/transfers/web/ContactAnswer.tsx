import type { Contact } from '../rules.ts'
import type { AnswerProps } from './answers.ts'

export const ContactFields = ({
  contact,
  onChange,
  relation = false,
}: {
  contact: Partial<Contact>
  onChange: (contact: Partial<Contact>) => void
  relation?: boolean
}) => (
  <div className="contact-fields">
    <label>
      姓名
      <input
        className="answer-input"
        autoComplete="off"
        maxLength={40}
        value={contact.name ?? ''}
        onChange={event => onChange({ ...contact, name: event.target.value })}
      />
    </label>
    {relation && (
      <label>
        与你的关系
        <input
          className="answer-input"
          autoComplete="off"
          maxLength={20}
          value={contact.relation ?? ''}
          onChange={event => onChange({ ...contact, relation: event.target.value })}
        />
      </label>
    )}
    <label>
      电话
      <input
        className="answer-input"
        type="tel"
        autoComplete="off"
        maxLength={20}
        value={contact.phone ?? ''}
        onChange={event => onChange({ ...contact, phone: event.target.value })}
      />
    </label>
  </div>
)

export const ContactsAnswer = ({ value, labelledBy, onChange }: AnswerProps) => {
  const [first = {}, second = {}] = (value as Partial<Contact>[] | null | undefined) ?? []
  return (
    <fieldset className="contact-pair" aria-labelledby={labelledBy}>
      <p className="second">第一位</p>
      <ContactFields relation contact={first} onChange={contact => onChange([contact, second])} />
      <p className="second">第二位</p>
      <ContactFields relation contact={second} onChange={contact => onChange([first, contact])} />
    </fieldset>
  )
}
