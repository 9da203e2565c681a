import { RightOutlined } from '@ant-design/icons'
import { Anchor } from '../../../ui/Anchor.tsx'
import { LampDot } from '../../../ui/LampDot.tsx'
import { Section } from '../../../ui/Section.tsx'
import { lampNames } from '../../transfers/rules.ts'
import type { TodayView } from '../contract.ts'
import { peopleOf } from './links.ts'
import { lampWords } from './words.ts'

/** In order of gravity; each opens to its people. */
export const Lamps = ({ lamps }: { lamps: TodayView['lamps'] }) => (
  <Section title="预警提示" note={`${lamps.reduce((sum, { count }) => sum + count, 0)} 项`}>
    <ul className="lamps">
      {lamps.map(({ lamp, count }) => (
        <li key={lamp}>
          <Anchor href={peopleOf(`lamp=${lamp}`, true)}>
            <LampDot tone={lampWords[lamp].tone} />
            <span className="lamp-words">
              {lampNames[lamp]}
              <span className="fine">{lampWords[lamp].rule}</span>
            </span>
            <b>{count}</b>
            <RightOutlined />
          </Anchor>
        </li>
      ))}
    </ul>
  </Section>
)
