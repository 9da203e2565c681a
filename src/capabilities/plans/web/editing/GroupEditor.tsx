import { Button } from 'antd'
import { moved, withField } from './at.ts'
import { Labelled } from './Labelled.tsx'
import type { Field, Group } from './spec.ts'

type Row = Readonly<Record<string, unknown>>
/** What is wrong, by path. */
export type Problems = ReadonlyMap<string, string>

type FieldsProps = { fields: readonly Field[]; row: Row; at: string; problems: Problems; onChange: (row: Row) => void }

const below = (at: string, key: string) => (at === '' ? key : `${at}.${key}`)

/** A complaint stands at the property, or deeper in it. */
const problemAt = (problems: Problems, path: string) =>
  problems.get(path) ?? [...problems].find(([one]) => one.startsWith(`${path}[`) || one.startsWith(`${path}.`))?.[1]

const Fields = ({ fields, row, at, problems, onChange }: FieldsProps) => (
  <div className="edit-fields">
    {fields.map(field => (
      <Labelled
        key={field.key}
        field={field}
        value={row[field.key]}
        problem={problemAt(problems, below(at, field.key))}
        onChange={value => onChange(withField(row, field.key, value))}
      />
    ))}
  </div>
)

type RowsProps = {
  group: Extract<Group, { kind: 'rows' }>
  rows: readonly Row[]
  problems: Problems
  onChange: (rows: readonly Row[]) => void
}

const Rows = ({ group, rows, problems, onChange }: RowsProps) => (
  <>
    <ol className="edit-rows">
      {rows.map((row, at) => {
        const path = `${group.at}[${at}]`
        const own = problems.get(path)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a plan are their places; a key would change while it is typed
          <li key={at} className="edit-row">
            <Fields fields={group.fields} row={row} at={path} problems={problems} onChange={next => onChange(rows.with(at, next))} />
            {own && (
              <p className="form-error" role="alert">
                {own}
              </p>
            )}
            <div className="edit-row-tools">
              {group.ordered && (
                <>
                  <Button
                    size="small"
                    type="text"
                    disabled={at === 0}
                    aria-label={`第 ${at + 1} 行上移`}
                    onClick={() => onChange(moved(rows, at, -1))}
                  >
                    上移
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    disabled={at === rows.length - 1}
                    aria-label={`第 ${at + 1} 行下移`}
                    onClick={() => onChange(moved(rows, at, 1))}
                  >
                    下移
                  </Button>
                </>
              )}
              {!group.fixed && (
                <Button size="small" type="text" aria-label={`删去第 ${at + 1} 行`} onClick={() => onChange(rows.toSpliced(at, 1))}>
                  删去
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </ol>
    {rows.length === 0 && <p className="second">没有。</p>}
    {group.blank && <Button onClick={() => onChange([...rows, group.blank!() as Row])}>{group.add}</Button>}
  </>
)

type GroupEditorProps = { group: Group; value: unknown; problems: Problems; onChange: (value: unknown) => void }

export const GroupEditor = ({ group, value, problems, onChange }: GroupEditorProps) => (
  <section className="edit-group">
    {group.title && <h3>{group.title}</h3>}
    {group.kind === 'fields' ? (
      <Fields fields={group.fields} row={value as Row} at={group.at} problems={problems} onChange={onChange} />
    ) : (
      <>
        {group.note && <p className="second">{group.note}</p>}
        <Rows group={group} rows={value as Row[]} problems={problems} onChange={onChange} />
      </>
    )}
  </section>
)
