import { Tooltip } from 'antd'
import './clause.css'

/** The quiet reference to the plan's clause: 依据 C10. Focus or touch shows its text. */
export const Clause = ({ id, text }: { id: string; text: string }) => (
  <Tooltip title={text} trigger={['hover', 'focus', 'click']}>
    <button type="button" className="clause" aria-label={`依据 ${id}：${text}`}>
      依据 {id}
    </button>
  </Tooltip>
)
