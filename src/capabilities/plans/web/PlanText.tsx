import { type ReactNode, useEffect } from 'react'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import type { Plan } from '../rules.ts'
import { type DestinationNames, DestinationTable } from './DestinationTable.tsx'
import { FormTitles, type TemplateOf } from './FormTitles.tsx'
import { LetterText } from './LetterText.tsx'
import { ArchiveList, Ask, AwardText, DossierList, LampText } from './Lists.tsx'
import { MilestoneTable } from './MilestoneTable.tsx'
import { NoticeHead } from './NoticeHead.tsx'
import './plan.css'

const numerals = '一二三四五六七八九十'

type Part = { id: string; title: string; note?: string; body: ReactNode }

type Given = { plan: Plan; names: DestinationNames; templateOf: TemplateOf | undefined }

const partsOf = ({ plan, names, templateOf }: Given, today: string): Part[] => [
  { id: 'milestones', title: '时间节点', note: '期限分事项、分层级', body: <MilestoneTable plan={plan} today={today} /> },
  { id: 'items', title: '五个一', note: '每名毕业生党员须完成', body: <Ask items={plan.items} /> },
  {
    id: 'destinations',
    title: '毕业去向与组织关系转往何处',
    note: '转往何处按先后择一',
    body: <DestinationTable policy={plan.destinationPolicy} names={names} />,
  },
  { id: 'letters', title: '纸质介绍信', note: '自上而下，符合第一条即止', body: <LetterText policy={plan.letterPolicy} /> },
  { id: 'lamps', title: '提醒的时限', body: <LampText lamps={plan.lampThresholds} /> },
  { id: 'forms', title: '表格与表样', note: '带星号的列必填', body: <FormTitles forms={plan.forms} templateOf={templateOf} /> },
  { id: 'awards', title: `评优“${plan.awardRules.name}”`, body: <AwardText rules={plan.awardRules} /> },
  { id: 'dossiers', title: '装档材料（附件4）', body: <DossierList list={plan.dossierChecklist} /> },
  { id: 'archive', title: '归档材料', body: <ArchiveList list={plan.archiveChecklist} /> },
]

/** Head, numbered parts, and their contents at the side. */
export const PlanText = (given: Given) => {
  const { plan } = given
  const { today } = useSession()
  const parts = partsOf(given, today)
  // A link to one part arrives before the plan does.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), [])
  return (
    <div className="plan">
      <div className="plan-text">
        <NoticeHead plan={plan} />
        {parts.map((part, at) => (
          <div key={part.id} id={part.id} className="plan-part">
            <Section title={`${numerals[at]}、${part.title}`} note={part.note}>
              {part.body}
            </Section>
          </div>
        ))}
      </div>
      <nav className="plan-contents" aria-label="方案目录">
        <ol>
          {parts.map((part, at) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>
                {numerals[at]}、{part.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
