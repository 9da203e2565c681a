import { type Day, dayInWords, daysBetween } from '../../../kernel/day.ts'
import { Clause } from '../../../ui/Clause.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { clauses, dueOn, levelNames, type Milestone, type Plan } from '../rules.ts'

/** How far off a day is, in words. */
const distance = (due: Day, today: Day) => {
  const days = daysBetween(today, due)
  if (days === 0) return <span className="t-ochre">今天到期</span>
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`
}

const Due = ({ plan, milestone, today }: { plan: Plan; milestone: Milestone; today: Day }) => {
  const due = dueOn(plan, milestone.task, milestone.level)
  if (!due) return <span className="quiet">离校日填写后起算</span>
  return (
    <>
      <span className="plan-day">{dayInWords(due)}</span>
      <span className="fine">
        {milestone.dueOn === null && '离校日，'}
        {distance(due, today)}
      </span>
    </>
  )
}

/** Each task at each level has its own day: the notice's two dates for one form stand side by side. */
export const MilestoneTable = ({ plan, today }: { plan: Plan; today: string }) => (
  <table className="plan-table plan-milestones">
    <thead>
      <tr>
        <th scope="col">事项</th>
        <th scope="col">由谁完成</th>
        <th scope="col">期限</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {plan.milestones.map(milestone => (
        <tr key={`${milestone.task} ${milestone.level}`}>
          <th scope="row">
            {milestone.name}
            {milestone.note && (
              <span className="plan-doubt">
                <Mark tone="ochre" glyph="q1">
                  {milestone.note}
                </Mark>
              </span>
            )}
          </th>
          <td>{levelNames[milestone.level]}</td>
          <td>
            <Due plan={plan} milestone={milestone} today={today as Day} />
          </td>
          <td>
            <Clause id={milestone.clause} text={clauses[milestone.clause]} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
