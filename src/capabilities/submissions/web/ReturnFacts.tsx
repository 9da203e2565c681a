import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReturnPage } from '../contract.ts'

const words = (day: string) => dayInWords(day as Day)

const inTime = ({ dueOn, late }: ReturnPage) => {
  if (dueOn === null) return '未定期限'
  return late ? <span className="t-ochre">{`迟报，期限 ${words(dueOn)}`}</span> : `按时，期限 ${words(dueOn)}`
}

/** Who handed it in, when, and the proof that it is unchanged. */
export const ReturnFacts = ({ page }: { page: ReturnPage }) => (
  <>
    <Facts
      facts={[
        { label: '报送日期', value: words(page.submittedOn) },
        { label: '期限', value: inTime(page) },
        { label: '报送人', value: page.submittedName },
        { label: '人数', value: page.rowCount === 0 ? '本单位无' : `${page.rowCount} 人` },
        { label: '办理', value: page.decidedOn ? `${page.decidedName}，${words(page.decidedOn)}` : '等待接收' },
      ]}
    />
    {page.supplementReason && <p className="return-notice">补报理由：{page.supplementReason}</p>}
    {page.returnReason && (
      <p className="return-notice t-red" role="note">
        退回原因：{page.returnReason}
      </p>
    )}
    <p className="return-hash">
      {page.intact ? (
        <Mark tone="green" glyph="check" title="按存下的内容重算，与报送时一致">
          与报送时一致
        </Mark>
      ) : (
        <Mark tone="red" glyph="cross" title="按存下的内容重算，与报送时不同">
          与报送时不一致，请报告系统管理员
        </Mark>
      )}{' '}
      SHA-256 <Copyable text={page.sha256} />
    </p>
  </>
)
