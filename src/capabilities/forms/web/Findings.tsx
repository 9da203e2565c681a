import type { TemplateLook } from '../contract.ts'
import { valueKeys } from '../rules/values.ts'
import { noteWords, valueWord } from './words.ts'

const Line = ({ title, doubt = false, children }: { title: string; doubt?: boolean; children: string }) => (
  <div className={doubt ? 'template-finding template-doubt' : 'template-finding'}>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

const joined = (words: readonly string[]) => words.join('、')

const columnsOf = ({ columns }: TemplateLook) =>
  columns.flatMap(({ place, header, label }) =>
    label === null ? [] : [label === header ? `${place} ${header}` : `${place} ${header}（${label}）`],
  )

const valuesOf = ({ values }: TemplateLook) => values.map(({ place, keys }) => `${place} ${keys.map(valueWord).join('、')}`)

/** What goes where in the workbook, and what has no place in it. */
export const Findings = ({ look }: { look: TemplateLook }) => {
  const empty = look.columns.filter(({ label }) => label === null).map(({ place, header }) => `${place} ${header}`)
  const starred = look.lacking.filter(({ star }) => star).map(({ label }) => label)
  const others = look.lacking.filter(({ star }) => !star).map(({ label }) => label)
  const notes = look.notes.flatMap(note => noteWords[note] ?? [])
  return (
    <dl className="template-findings">
      <Line title="位置">{`工作表“${look.sheet}”，第 ${look.headerRow} 行是表头，从第 ${look.firstRow} 行起填人`}</Line>
      <Line title={`认出 ${columnsOf(look).length} 列`}>{joined(columnsOf(look))}</Line>
      {look.values.length > 0 ? (
        <Line title="单项">{joined(valuesOf(look))}</Line>
      ) : (
        <Line title="单项" doubt>
          {`没有找到。要由系统填单位和日期，请把单元格命名为“填报单位”，或在单元格里写 {{填报单位}}；还可用：${joined(valueKeys.map(valueWord))}`}
        </Line>
      )}
      {starred.length > 0 && (
        <Line title="必填而没有列" doubt>
          {`${joined(starred)}。这些内容不会出现在填好的表里`}
        </Line>
      )}
      {others.length > 0 && <Line title="没有列">{joined(others)}</Line>}
      {empty.length > 0 && (
        <Line title="认不出的列" doubt>
          {`${joined(empty)}。这些列留空，由人填写`}
        </Line>
      )}
      {look.unknown.length > 0 && (
        <Line title="认不出的占位" doubt>
          {`${joined(look.unknown.map(word => `{{${word}}}`))}。照原样留着`}
        </Line>
      )}
      {notes.map(note => (
        <Line key={note} title="请注意" doubt>
          {note}
        </Line>
      ))}
    </dl>
  )
}
