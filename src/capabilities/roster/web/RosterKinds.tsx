import { useRouter } from '@tanstack/react-router'
import { Segmented } from 'antd'

const kinds = { graduates: '毕业生党员', juniors: '低年级党员' } as const
type Kind = keyof typeof kinds
const pages: Record<Kind, string> = { graduates: '/roster', juniors: '/roster/juniors' }

/** The two parts of the roster: who leaves this year, and who stays. */
export const RosterKinds = ({ shown }: { shown: Kind }) => {
  const router = useRouter()
  return (
    <div className="roster-kinds">
      <Segmented<Kind>
        aria-label="名册的哪一部分"
        value={shown}
        onChange={kind => router.history.push(pages[kind])}
        options={(Object.keys(kinds) as Kind[]).map(value => ({ value, label: kinds[value] }))}
      />
    </div>
  )
}
