import type { Line } from './versions.ts'
import './versions.css'

type BothVersionsProps = { label: string; here: string; there: string; lines: readonly Line[] }

/** Both versions side by side, only where they differ. */
export const BothVersions = ({ label, here, there, lines }: BothVersionsProps) => (
  <table className="versions" aria-label={label}>
    <thead>
      <tr>
        <td />
        <th scope="col">{here}</th>
        <th scope="col">{there}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(line => (
        <tr key={line.label}>
          <th scope="row">{line.label}</th>
          <td>{line.here}</td>
          <td>{line.there}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
