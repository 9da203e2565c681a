import { type ReactNode, useId } from 'react'
import './form.css'

/** Spread on the control, so that label, hint and error are read with it. */
export type Field = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean; status: 'error' | '' }

type FormRowProps = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to mend it. */
  error?: ReactNode
  optional?: boolean
  children: (field: Field) => ReactNode
}

export const FormRow = ({ label, hint, error, optional = false, children }: FormRowProps) => {
  const id = useId()
  const wrong = Boolean(error)
  const described = wrong ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet">（选填）</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': wrong, status: wrong ? 'error' : '' })}
      {wrong && (
        <p id={`${id}-error`} className="form-error" role="alert">
          {error}
        </p>
      )}
      {!wrong && hint && (
        <p id={`${id}-hint`} className="fine">
          {hint}
        </p>
      )}
    </div>
  )
}
