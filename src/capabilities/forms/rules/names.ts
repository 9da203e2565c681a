/** A line of a form, by the keys of the plan's columns. */
export type FormRow = Readonly<Record<string, string>>

/** The three forms of the notice. */
export const formNames = ['annex1', 'annex2', 'annex3'] as const
export type FormName = (typeof formNames)[number]

export const formLabels: Record<FormName, string> = { annex1: '附件1', annex2: '附件2', annex3: '附件3' }

export const templateRefusals = ['not-xlsx', 'too-large', 'unreadable', 'no-header', 'no-name-column'] as const
export type TemplateRefusal = (typeof templateRefusals)[number]

/** What is worth knowing of a template that can be used all the same. */
export const templateNotes = [
  'no-blank-row',
  'example-row',
  'macros-dropped',
  'columns-lacking',
  'headings-unknown',
  'marks-unknown',
] as const
export type TemplateNote = (typeof templateNotes)[number]
