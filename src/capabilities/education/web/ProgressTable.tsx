import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { heatStep } from '../../../ui/HeatTable.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { Item } from './cells.ts'
import { type ProgressGroup, type ProgressLine, shareOf } from './progressGroups.ts'
import '../../../ui/heat.css'
import '../../../ui/lines.css'
import './progress.css'

type TableProps = { items: readonly Item[]; groups: readonly ProgressGroup[]; all: ProgressLine; dueOn: string | null }

const hrefOf = (unitId: string, lacks?: string) => {
  const asked = new URLSearchParams({ ...(unitId !== '' && { unit: unitId }), ...(lacks && { lacks }) })
  return `/education?${asked}`
}

const Count = ({ line, item }: { line: ProgressLine; item: Item }) => {
  const done = line.items[item.key] ?? 0
  const lacking = line.people - done
  return (
    <Anchor
      className={`heat-cell progress-cell heat-${heatStep(shareOf(done, line.people))}`}
      href={hrefOf(line.unitId, lacking > 0 ? item.key : undefined)}
      aria-label={`${line.name}，${item.short}，${lacking === 0 ? '人人完成' : `还缺 ${lacking} 人`}`}
      title={lacking === 0 ? '人人完成' : `完成 ${done} 人，共 ${line.people} 人；点开看还缺的 ${lacking} 人`}
    >
      {lacking === 0 ? '齐' : `缺 ${lacking}`}
    </Anchor>
  )
}

const ownDay = (line: ProgressLine, dueOn: string | null) =>
  line.dueOn !== null && line.dueOn !== dueOn ? `离校日 ${dayInWords(line.dueOn as Day)}` : undefined

type LineProps = { line: ProgressLine; items: readonly Item[]; level: 'all' | 'group' | 'branch'; dueOn: string | null }

const Line = ({ line, items, level, dueOn }: LineProps) => {
  const note = ownDay(line, dueOn)
  return (
    <tr className={`progress-${level}`}>
      <th scope="row" title={line.name}>
        <Anchor href={hrefOf(line.unitId)}>{line.name}</Anchor>
        {note && <span className="fine"> {note}</span>}
      </th>
      <td className="heat-count">{line.people}</td>
      {items.map(item => (
        <td key={item.key}>
          <Count line={line} item={item} />
        </td>
      ))}
      <td className="progress-complete">
        {line.complete} / {line.people}
      </td>
    </tr>
  )
}

const Wide = ({ items, groups, all, dueOn }: TableProps) => (
  <div className="heat-frame">
    <table className="heat progress-table">
      <caption className="only-read">各单位“五个一”还缺多少人</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-read">单位</span>
          </th>
          <th scope="col" className="heat-count">
            人数
          </th>
          {items.map(({ key, name, short }) => (
            <th key={key} scope="col" title={name}>
              {short}
            </th>
          ))}
          <th scope="col" className="progress-complete">
            全部完成
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.length > 1 && <Line line={all} items={items} level="all" dueOn={dueOn} />}
        {groups.flatMap(group => [
          <Line key={group.unitId} line={group} items={items} level="group" dueOn={dueOn} />,
          ...group.branches.map(branch => <Line key={branch.unitId} line={branch} items={items} level="branch" dueOn={dueOn} />),
        ])}
      </tbody>
    </table>
  </div>
)

const Card = ({ line, items, dueOn }: { line: ProgressLine; items: readonly Item[]; dueOn: string | null }) => (
  <li className="progress-card">
    <p className="line-first">
      <Anchor href={hrefOf(line.unitId)}>
        <b>{line.name}</b>
      </Anchor>
      <span className="second">
        全部完成 {line.complete} / {line.people}
      </span>
    </p>
    {ownDay(line, dueOn) && <p className="fine">{ownDay(line, dueOn)}</p>}
    <ul>
      {items.map(item => (
        <li key={item.key}>
          <span className="fine">{item.short}</span>
          <Count line={line} item={item} />
        </li>
      ))}
    </ul>
  </li>
)

const Narrow = ({ groups, items, dueOn }: TableProps) => (
  <ul className="progress-cards" aria-label="各单位“五个一”还缺多少人">
    {groups.flatMap(group => [
      <Card key={group.unitId} line={group} items={items} dueOn={dueOn} />,
      ...group.branches.map(branch => <Card key={branch.unitId} line={branch} items={items} dueOn={dueOn} />),
    ])}
  </ul>
)

/** Units against items: how many lack it, and the way to them. */
export const ProgressTable = (shown: TableProps) => (useNarrow() ? <Narrow {...shown} /> : <Wide {...shown} />)
