/** Two versions of one thing, held against each other line by line. */
import type { CaseView } from '../contract.ts'
import { destinations, methodNames, sideNames } from '../rules.ts'
import { type FormView, labelOf, saidOf, type Typed } from './answers.ts'
import { momentOf } from './days.ts'
import { eventWords } from './step-words.ts'
import { stateLooks } from './words.ts'

export type Line = { label: string; here: string; there: string }

const different = (lines: readonly Line[]) => lines.filter(({ here, there }) => here !== there)
const UNSAID = '–'

/** What is typed here against what stands there; lines that say the same are left out. A sealed answer not typed anew is no difference. */
export const formLines = (here: Typed, there: Typed, namesOf: (form: Typed) => FormView['placeNames']): Line[] => {
  const fields = [...new Set([...Object.keys(here.answers), ...Object.keys(there.answers)])] as (keyof Typed['answers'])[]
  const said = (form: Typed, field: (typeof fields)[number]) => saidOf(field, form, namesOf(form)) || UNSAID
  const typeOf = ({ type }: Typed) => (type ? destinations[type].label : UNSAID)
  return different([
    { label: labelOf('type'), here: typeOf(here), there: typeOf(there) },
    ...(here.stay !== there.stay ? [{ label: labelOf('stay'), here: saidOf('stay', here, {}), there: saidOf('stay', there, {}) }] : []),
    ...fields.map(field => ({ label: labelOf(field), here: said(here, field), there: said(there, field) })),
  ])
}

const stands = ({ state }: CaseView) => (state ? stateLooks[state].word : UNSAID)
const living = ({ attempts }: CaseView) => attempts.find(attempt => attempt.living)
const methodOf = (view: CaseView) => {
  const method = living(view)?.method
  return method ? methodNames[method] : UNSAID
}
const lastOf = ({ events: [last] }: CaseView) =>
  last ? `${momentOf(last)} ${last.actorName}：${eventWords[last.step]}${last.reason ? `，“${last.reason}”` : ''}` : UNSAID
const ownerIn = ({ owner }: CaseView) => (owner ? sideNames[owner] : UNSAID)

/** A case as it was opened against how it stands now. */
export const caseLines = (here: CaseView, there: CaseView): Line[] => {
  const facts: [label: string, of: (view: CaseView) => string][] = [
    ['状态', stands],
    ['下一步该谁办', ownerIn],
    ['去向', ({ form }) => (form.type ? destinations[form.type].label : UNSAID)],
    ['转接方式', methodOf],
    ['介绍信', view => living(view)?.letterNumber ?? UNSAID],
    ['最近一步', lastOf],
  ]
  const fields = [...new Set([...here.form.questions, ...there.form.questions].map(({ field }) => field))]
  const said = ({ form }: CaseView, field: (typeof fields)[number]) => saidOf(field, form, form.placeNames) || UNSAID
  return different([
    ...facts.map(([label, of]) => ({ label, here: of(here), there: of(there) })),
    ...fields.map(field => ({ label: labelOf(field), here: said(here, field), there: said(there, field) })),
  ])
}
