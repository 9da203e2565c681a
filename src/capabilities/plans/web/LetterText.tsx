import { Clause } from '../../../ui/Clause.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { clauses, geographies, geographyNames, type LetterPolicy, systemNames } from '../rules.ts'
import { letterRuleWords } from './words.ts'

const validity = ({ validityDays }: LetterPolicy) => {
  const days = new Set(geographies.map(place => validityDays[place]))
  if (days.size === 1) return `${[...days][0]} 天`
  return geographies.map(place => `${geographyNames[place]} ${validityDays[place]} 天`).join('，')
}

const On = ({ on }: { on: boolean }) => (
  <Mark tone={on ? 'green' : 'grey'} glyph={on ? 'solid' : 'dash'}>
    {on ? '启用' : '停用'}
  </Mark>
)

/** The rules in the order in which they are asked, and what holds when none fits. */
export const LetterText = ({ policy }: { policy: LetterPolicy }) => (
  <>
    <ol className="plan-rules">
      {policy.rules.map(({ rule, on, clause }) => (
        <li key={rule} className={on ? undefined : 'plan-off'}>
          <span>
            <b>{letterRuleWords[rule].name}</b>
            <span className="second">{letterRuleWords[rule].means}</span>
          </span>
          <On on={on} />
          <Clause id={clause} text={clauses[clause]} />
        </li>
      ))}
      <li>
        <span>
          <b>其余情形</b>
          <span className="second">不开纸质介绍信，省内一律不开</span>
        </span>
        <span />
        <Clause id={policy.otherwise} text={clauses[policy.otherwise]} />
      </li>
    </ol>
    <Facts
      facts={[
        { label: '编号', value: policy.numberPattern },
        { label: '有效期', value: validity(policy) },
        { label: '数字写法', value: policy.capitals ? '有效期、党费年月用大写' : '用阿拉伯数字' },
        { label: '可补开', value: `转出后 ${policy.reissueMonths} 个月内` },
        { label: '没有网上通道', value: policy.noChannelSystems.map(system => systemNames[system]).join('、') || '–' },
      ]}
    />
  </>
)
