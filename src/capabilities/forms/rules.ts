/** The forms of the notice on paper: the product's own layout, or a school's own workbook, and what stands where in it. */
export { type Named, withValues } from './rules/marks.ts'
export {
  type FormName,
  type FormRow,
  formLabels,
  formNames,
  type TemplateNote,
  type TemplateRefusal,
  templateNotes,
  templateRefusals,
} from './rules/names.ts'
export { sampleRows } from './rules/sample.ts'
export { type Look, lookAt, type Mapping, type TemplateColumn } from './rules/template.ts'
export { type FormUnit, fullName, signatures } from './rules/unit.ts'
export { type Facts, type ValueKey, type Values, valueKeyOf, valueKeys, valuesOf, valueWords } from './rules/values.ts'
