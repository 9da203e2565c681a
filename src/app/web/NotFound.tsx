import { Anchor } from '../../ui/Anchor.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useTitle } from '../../ui/useTitle.ts'
import './apart.css'

export const NotFound = () => {
  useTitle('没有这一页')
  return (
    <div className="apart">
      <EmptyState
        title="没有这一页"
        next="地址可能少了几个字，或者这条记录不在您的管理范围内。"
        action={
          <Anchor className="link" href="/">
            回到首页
          </Anchor>
        }
      />
    </div>
  )
}
