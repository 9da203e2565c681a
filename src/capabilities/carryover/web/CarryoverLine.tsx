import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import { CARRYOVERS, carryoverApi } from './importing.ts'
import './carryover.css'

const STILL_MS = 30_000

/** The way to what earlier years left open, and how much of it there is; nothing where there is none and the reader brings none. */
export const CarryoverLine = ({ openOnly = false }: { openOnly?: boolean }) => {
  const { can } = useSession()
  const years = useQuery(carryoverApi.years.queryOptions({ staleTime: STILL_MS, enabled: can('transfers:read') })).data
  if (!years || (years.length === 0 && !can('transfers:feedback'))) return null
  const open = years.filter(year => year.open > 0)
  if (openOnly && open.length === 0) return null
  const named = open.map(year => `${year.cohort.name} ${year.open} 人`).join('，')
  const says = years.length === 0 ? '以前各届没有办结的，在这里导入' : named || '已全部了结'
  return (
    <p className="carryover-line second">
      <Anchor className="link" href={CARRYOVERS}>
        往届未了
      </Anchor>
      <span className={open.length > 0 ? 't-ochre' : 'quiet'}>{says}</span>
    </p>
  )
}
