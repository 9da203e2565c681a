import { Clause } from '../../../ui/Clause.tsx'
import { type AwardRules, type ChecklistItem, clauses, dossierStageNames, type LampThresholds, type Plan } from '../rules.ts'
import { awardStepWords, roundingWords } from './words.ts'

/** 1 次，每次 2 小时，写明时长；外地的可用：线上党课. */
const askedWords = ({ required, record, minimum, exempt, alternatives }: ChecklistItem): string =>
  [
    required === 0 ? '选做' : `${required} 次`,
    minimum !== null && `每次 ${minimum} 小时，可以累计`,
    record === 'book' && '写书名',
    record === 'hours' && '写时长',
    alternatives.length > 0 && `不在校的可用${alternatives.map(({ name }) => name).join('、')}`,
    exempt && '确有原因的可免',
  ]
    .filter(Boolean)
    .join('，')

export const Ask = ({ items }: { items: readonly ChecklistItem[] }) => (
  <ol className="plan-list">
    {items.map(item => (
      <li key={item.key}>
        <span>{item.name}</span>
        <span className="second">{askedWords(item)}</span>
        <Clause id={item.clause} text={clauses[item.clause]} />
      </li>
    ))}
  </ol>
)

const lampLines = (lamps: LampThresholds): [string, string][] => [
  ['临近', `到期前 ${lamps.dueSoonDays} 天起`],
  ['信将过期', `有效期剩 ${lamps.endingDays} 天起`],
  ['回执未回', `预计到达后 ${lamps.receiptDays} 天`],
  ['口袋风险', `纸质信交出后过了有效期，或超过 ${lamps.pocketDays} 天未接收`],
  ['久未联系', `离校后 ${lamps.silentMonths.join('、')} 个月无联系，分三次提醒`],
  ['预备期', `预备期 ${lamps.probationDays} 天内届满而未接收`],
  ['境外联系', `每 ${lamps.abroadMonths} 个月至少联系一次`],
]

export const LampText = ({ lamps }: { lamps: LampThresholds }) => (
  <dl className="plan-pairs">
    {lampLines(lamps).map(([name, rule]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{rule}</dd>
      </div>
    ))}
  </dl>
)

export const AwardText = ({ rules }: { rules: AwardRules }) => (
  <dl className="plan-pairs">
    <div>
      <dt>名额</dt>
      <dd>
        每个二级党组织按毕业生党员数的 {rules.quotaPercent}%，{roundingWords[rules.rounding]}，至少 {rules.minimum} 名
      </dd>
    </div>
    <div>
      <dt>公示</dt>
      <dd>{rules.publicityWorkingDays} 个工作日，只列姓名、单位、支部</dd>
    </div>
    <div>
      <dt>程序</dt>
      <dd>{rules.steps.map(step => awardStepWords[step]).join(' → ')}</dd>
    </div>
  </dl>
)

export const DossierList = ({ list }: { list: Plan['dossierChecklist'] }) => (
  <ol className="plan-list">
    {list.map(({ key, name, required, of }) => (
      <li key={key}>
        <span>{name}</span>
        <span className="second">
          {dossierStageNames[of]}，{required ? '必备' : '有则装'}
        </span>
      </li>
    ))}
  </ol>
)

export const ArchiveList = ({ list }: { list: Plan['archiveChecklist'] }) => (
  <ol className="plan-list">
    {list.map(entry => (
      <li key={entry.key}>
        <span>{entry.name}</span>
        <span className="second">{entry.required ? '必备' : '有则归'}</span>
        <Clause id={entry.clause} text={clauses[entry.clause]} />
      </li>
    ))}
  </ol>
)
