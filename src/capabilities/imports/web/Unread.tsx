import type { PreviewView } from '../contract.ts'

/** Columns that nobody reads are named, so that nothing is lost in silence. */
export const Unread = ({ preview, onColumns }: { preview: PreviewView; onColumns: () => void }) => {
  const left = preview.columns.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header)
  if (left.length === 0) return null
  return (
    <p className="grid-unread">
      没有导入的列：{left.join('、')}。
      <button type="button" className="link" onClick={onColumns}>
        去对列
      </button>
    </p>
  )
}
