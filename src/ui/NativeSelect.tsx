import './form.css'

export type NativeOption = { value: string; label: string }

type NativeSelectProps = {
  label?: string
  /** Where a FormRow has the label. */
  id?: string
  value: string
  options: readonly NativeOption[]
  /** Shown for the empty value; without it a value is always chosen. */
  empty?: string
  onChange: (value: string) => void
}

/** The browser's own list: it opens above a dialog, where another pop-up would stand below, and as the phone's wheel. */
export const NativeSelect = ({ label, id, value, options, empty, onChange }: NativeSelectProps) => (
  <select id={id} className="native-select" aria-label={label} value={value} onChange={event => onChange(event.target.value)}>
    {empty !== undefined && <option value="">{empty}</option>}
    {options.map(option => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)
