import type { ReturnPage } from '../contract.ts'

type Row = { id: string; cells: Readonly<Record<string, string>>; gaps?: readonly string[] }

/** A form as it is printed: every column, one line a person; numbers hidden but for the last four. */
export const FormTable = ({ label, columns, rows }: { label: string; columns: ReturnPage['columns']; rows: readonly Row[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
  <section className="form-frame" aria-label={label} tabIndex={0}>
    <table className="form-table">
      <caption className="only-read">{label}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label: head, star }) => (
            <th key={key} scope="col">
              {head}
              {star && <span className="t-red">*</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            {columns.map(({ key, label: head }) => (
              <td key={key} className={row.gaps?.includes(head) ? 'form-gap' : undefined}>
                {row.cells[key] || (row.gaps?.includes(head) ? '缺' : '–')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
