import { useSession } from '../../../ui/session.ts'
import type { AnswerProps, Field } from './answers.ts'

/** Years to choose from: dues were paid lately, a return lies ahead. */
const yearsFor = (field: Field, today: string): number[] => {
  const year = Number(today.slice(0, 4))
  const from = field === 'duesPaidTo' ? year - 1 : year
  return Array.from({ length: field === 'duesPaidTo' ? 3 : 8 }, (_, at) => from + at)
}

export const MonthAnswer = ({ field, labelledBy, value, onChange }: AnswerProps) => {
  const { today } = useSession()
  const years = yearsFor(field, today)
  const [year = '', month = ''] = String(value ?? '').split('-')
  const set = (y: string, m: string) => onChange(y || m ? `${y || years[0]}-${m || '01'}` : null)
  return (
    <fieldset className="month-pair" aria-labelledby={labelledBy}>
      <select className="answer-input" aria-label="年" value={year} onChange={event => set(event.target.value, month)}>
        <option value="">年</option>
        {years.map(each => (
          <option key={each} value={each}>
            {each} 年
          </option>
        ))}
      </select>
      <select className="answer-input" aria-label="月" value={month} onChange={event => set(year, event.target.value)}>
        <option value="">月</option>
        {Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).map(each => (
          <option key={each} value={each}>
            {Number(each)} 月
          </option>
        ))}
      </select>
    </fieldset>
  )
}
