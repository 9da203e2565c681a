/** 往届未了: what earlier years left open, as rows of a list. */
export { type CarryEntry, carryEntry, carryKey, type Open, type Retained, type Unreturned } from './rules/entry.ts'
export type { Addressee, CarryFacts } from './rules/facts.ts'
export { type CarryField, carryChoices, carryFields } from './rules/fields.ts'
export { type Carried, retainedForm, unreturnedForm } from './rules/forms.ts'
export { type HeldCarry, heldComplaints, type KnownPerson, memberOf } from './rules/held.ts'
export { type Matter, matterNames, matters } from './rules/matters.ts'
export { guesser } from './rules/readings.ts'
export { together } from './rules/together.ts'
