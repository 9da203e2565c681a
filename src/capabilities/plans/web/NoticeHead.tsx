import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { Plan } from '../rules.ts'

const day = (text: Day | null) => (text ? dayInWords(text) : '–')

/** Who issued the notice, under which number, and the day that so much counts from. */
export const NoticeHead = ({ plan }: { plan: Plan }) => {
  const { document, leavingDay, leavingExceptions } = plan
  return (
    <div className="plan-head">
      <p className="plan-issuer">{document.issuer}</p>
      <p className="plan-number">{document.number ?? '文号未填'}</p>
      <Facts
        facts={[
          { label: '印发日期', value: day(document.issuedOn) },
          {
            label: '离校日',
            value: leavingDay ? (
              dayInWords(leavingDay)
            ) : (
              <Mark tone="ochre" glyph="q1">
                尚未填写，从离校日起算的期限都先不计
              </Mark>
            ),
          },
          { label: '联系人', value: document.contact },
          { label: '对外验信页', value: plan.publicPage ? '已开放' : '未开放' },
        ]}
      />
      {leavingExceptions.length > 0 && (
        <p className="second">
          另有 {leavingExceptions.length} 个单位离校日不同：
          {leavingExceptions.map(({ day, reason }) => `${dayInWords(day)}（${reason}）`).join('，')}
        </p>
      )}
    </div>
  )
}
