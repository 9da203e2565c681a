import { HeatLegend, HeatTable } from '../../../ui/HeatTable.tsx'
import type { TodayView } from '../contract.ts'
import { Fold } from './Fold.tsx'
import { heatColumns, heatRow } from './heatCells.ts'

/** Units against what the plan asks of them by which day. */
export const UnitHeat = ({ view }: { view: TodayView }) => {
  const columns = heatColumns(view)
  return (
    <Fold id="units" title="单位与节点" note="格内是完成比例，点开看人" extra={<HeatLegend />}>
      <HeatTable caption="各单位各项工作的完成比例" columns={columns} rows={view.units.map(unit => heatRow(unit, columns))} />
    </Fold>
  )
}
