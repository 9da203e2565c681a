import { Clause } from '../../../ui/Clause.tsx'
import {
  clauses,
  type DestinationCode,
  type DestinationField,
  type DestinationPolicy,
  type DestinationRule,
  destinationCodes,
  destinationPaperNames,
  routeNames,
} from '../rules.ts'

/** What the forms call the destinations and their fields: owned by a higher room, handed in by the route. */
export type DestinationNames = { destinations: Record<DestinationCode, string>; fields: Record<DestinationField, string> }

const stay = ({ stayMonths }: DestinationRule) => stayMonths && <p className="second">最多保留 {stayMonths} 个月</p>

const Routes = ({ rule }: { rule: DestinationRule }) =>
  rule.goesTo.length === 1 ? (
    routeNames[rule.goesTo[0]!]
  ) : (
    <ol className="plan-routes">
      {rule.goesTo.map(route => (
        <li key={route}>{routeNames[route]}</li>
      ))}
    </ol>
  )

/** D01 to D12: where the relation goes, and what has to be filled in for it. */
export const DestinationTable = ({ policy, names }: { policy: DestinationPolicy; names: DestinationNames }) => (
  <table className="plan-table plan-destinations">
    <thead>
      <tr>
        <th scope="col">去向</th>
        <th scope="col">组织关系转往</th>
        <th scope="col">必填和材料</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {destinationCodes.map(code => {
        const rule = policy[code]
        return (
          <tr key={code}>
            <th scope="row">
              {names.destinations[code]}
              <span className="fine"> {code}</span>
            </th>
            <td>
              <Routes rule={rule} />
              {stay(rule)}
              {rule.note && <p className="second">{rule.note}</p>}
            </td>
            <td className="second">
              {rule.required.map(field => names.fields[field]).join('、')}
              {rule.papers.length > 0 && <p>材料：{rule.papers.map(paper => destinationPaperNames[paper]).join('、')}</p>}
            </td>
            <td>
              <Clause id={rule.clause} text={clauses[rule.clause]} />
              {rule.basis && <p className="fine">{rule.basis}</p>}
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
