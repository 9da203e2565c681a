import { useId } from 'react'
import { FieldControl } from './FieldControl.tsx'
import type { Field } from './spec.ts'

type LabelledProps = { field: Field; value: unknown; problem: string | undefined; onChange: (value: unknown) => void }

/** A property with its name above and, where something is wrong with it, the complaint below. */
export const Labelled = ({ field, value, problem, onChange }: LabelledProps) => {
  const id = useId()
  const said = problem ?? field.hint ?? (field.type === 'day' && value === null ? field.empty : undefined)
  return (
    <div className="edit-field" style={{ '--wide': field.wide ?? 1 } as React.CSSProperties}>
      <label htmlFor={id}>{field.label}</label>
      <FieldControl
        field={field}
        value={value}
        id={id}
        describedBy={said && `${id}-said`}
        wrong={problem !== undefined}
        onChange={onChange}
      />
      {said && (
        <p id={`${id}-said`} className={problem ? 'form-error' : 'fine'} role={problem ? 'alert' : undefined}>
          {said}
        </p>
      )}
    </div>
  )
}
