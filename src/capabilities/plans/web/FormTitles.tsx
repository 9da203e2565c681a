import type { ReactNode } from 'react'
import { Mark } from '../../../ui/Mark.tsx'
import type { Form, Plan } from '../rules.ts'

const annexes = [
  ['annex1', '附件1'],
  ['annex2', '附件2'],
  ['annex3', '附件3'],
] as const

/** On what a form is written. */
export type TemplateOf = (form: keyof Plan['forms']) => ReactNode

const Columns = ({ form }: { form: Form }) => (
  <details>
    <summary>
      {form.columns.length} 列，其中 {form.columns.filter(({ star }) => star).length} 列必填
    </summary>
    <p className="plan-columns">
      {form.columns.map(({ key, label, star }) => (
        <span key={key}>
          {label}
          {star && <b>*</b>}
        </span>
      ))}
    </p>
  </details>
)

/** Printed titles are the plan's; what the school has not yet held against its own form says 请核对. */
export const FormTitles = ({ forms, templateOf }: { forms: Plan['forms']; templateOf: TemplateOf | undefined }) => (
  <ul className="plan-forms">
    {annexes.map(([key, name]) => (
      <li key={key}>
        <span className="second">{name}</span>
        <div>
          <p className="plan-title">
            {forms[key].title}
            {forms[key].toConfirm && (
              <Mark tone="ochre" glyph="q1">
                请核对
              </Mark>
            )}
          </p>
          {forms[key].note && <p className="second">{forms[key].note}</p>}
          {templateOf?.(key)}
          <Columns form={forms[key]} />
        </div>
      </li>
    ))}
  </ul>
)
