import { RightOutlined } from '@ant-design/icons'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useOwnFarewell } from './own.ts'

/** The way to the notice on the first screen; gone once it is signed. */
export const OwnFarewellCard = () => {
  const own = useOwnFarewell().data
  if (!own?.asked || own.notice) return null
  return (
    <Section title="离校前要读的" note={<span className="t-red">还没有签收</span>}>
      <p>
        <Anchor className="link" href="/me/farewell">
          《{own.title}》<RightOutlined aria-hidden="true" />
        </Anchor>
      </p>
      <p className="second">读完写上姓名签收，两分钟。</p>
    </Section>
  )
}
