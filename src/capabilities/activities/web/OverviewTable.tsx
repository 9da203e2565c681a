import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { ThemeOverview } from '../contract.ts'
import { grouped } from '../rules.ts'
import './overview.css'

type Branch = ThemeOverview['rows'][number]
type Form = Branch['forms'][number]
type OverviewProps = Pick<ThemeOverview, 'kinds' | 'rows'>

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

const NotHeld = () => (
  <Mark tone="ochre" glyph="ring">
    未开展
  </Mark>
)

const Held = ({ form }: { form: Form }) => {
  if (form.times === 0) return <NotHeld />
  return (
    <span className="overview-held">
      <span>{form.times} 次</span>
      <span className="fine" title={form.lastOn ? `最近一次 ${dayInWords(form.lastOn as Day)}` : undefined}>
        {form.lastOn && shortDay(form.lastOn)}，{form.percent === null ? '登记中' : `到会 ${form.percent}%`}
      </span>
    </span>
  )
}

const Wide = ({ kinds, rows }: OverviewProps) => (
  <div className="table-frame">
    <table className="overview">
      <caption className="only-read">各党支部开展主题教育的情况</caption>
      <thead>
        <tr>
          <th scope="col">党支部</th>
          <th scope="col" className="overview-count">
            毕业生党员
          </th>
          {kinds.map(({ key, name, lacking }) => (
            <th key={key} scope="col">
              {name}
              <span className="fine">{lacking === 0 ? '都已开展' : `${lacking} 个支部未开展`}</span>
            </th>
          ))}
        </tr>
      </thead>
      {grouped(rows).map(group => (
        <tbody key={group.unitId}>
          <tr className="overview-group">
            <th scope="rowgroup" colSpan={kinds.length + 2}>
              {group.name}
            </th>
          </tr>
          {group.rows.map(row => (
            <tr key={row.unitId}>
              <th scope="row">{row.name}</th>
              <td className="overview-count">{row.people}</td>
              {row.forms.map(form => (
                <td key={form.kind}>
                  <Held form={form} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </div>
)

const Narrow = ({ kinds, rows }: OverviewProps) =>
  grouped(rows).map(group => (
    <section key={group.unitId}>
      <h2 className="overview-name">{group.name}</h2>
      {group.rows.map(row => (
        <dl key={row.unitId} className="overview-branch">
          <dt>{row.name}</dt>
          {kinds.map(({ key, name }, at) => (
            <dd key={key}>
              <span>{name}</span>
              <Held form={row.forms[at]!} />
            </dd>
          ))}
        </dl>
      ))}
    </section>
  ))

/** Branches under their 总支, and the forms they have held; on a phone branch by branch. */
export const OverviewTable = (shown: OverviewProps) => (useNarrow() ? <Narrow {...shown} /> : <Wide {...shown} />)
