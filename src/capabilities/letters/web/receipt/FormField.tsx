import { type InputHTMLAttributes, useId } from 'react'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  label: string
  value: string
  hint?: string
  optional?: boolean
  error?: string | undefined
  long?: boolean
  onChange: (value: string) => void
}

/** A native field with its label, hint and error: the page brings no component library. */
export const FormField = ({ label, hint, optional = false, error, long = false, onChange, ...control }: FieldProps) => {
  const id = useId()
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  const shared = { id, className: 'receipt-input', 'aria-describedby': described, 'aria-invalid': error !== undefined }
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet">（选填）</span>}
      </label>
      {long ? (
        <textarea
          {...shared}
          rows={2}
          maxLength={control.maxLength}
          value={control.value}
          onChange={event => onChange(event.target.value)}
        />
      ) : (
        <input {...shared} {...control} onChange={event => onChange(event.target.value)} />
      )}
      {error ? (
        <p id={`${id}-error`} className="form-error">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="fine">
            {hint}
          </p>
        )
      )}
    </div>
  )
}

/** After a form was held against its rules: to the first field that is wrong. */
export const toFirstWrong = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
