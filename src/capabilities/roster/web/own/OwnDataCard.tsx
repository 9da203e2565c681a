import { IdcardOutlined, RightOutlined } from '@ant-design/icons'
import { Anchor } from '../../../../ui/Anchor.tsx'
import { useOwnData } from './own.ts'
import './own-data.css'

/** The way to one's own data, with what lies with the branch. */
export const OwnDataCard = () => {
  const open = useOwnData().data?.open
  const note = open ? `${open.changes.length} 项更正待支部核对` : '看一看，有误的可以更正'
  return (
    <Anchor className="mine-data-card" href="/me/data" aria-label={`我的资料，${note}`}>
      <IdcardOutlined aria-hidden="true" />
      <span>
        <b>我的资料</b>
        <span className={open ? 'second t-ochre' : 'second'}>{note}</span>
      </span>
      <RightOutlined aria-hidden="true" />
    </Anchor>
  )
}
