/** Returns: which unit hands which form to whom, in what states, and what has changed between two of them. */
export * from './rules/canonical.ts'
export * from './rules/cells.ts'
export * from './rules/decide.ts'
export * from './rules/difference.ts'
export * from './rules/forms.ts'
export * from './rules/left-out.ts'
export * from './rules/standing.ts'
export * from './rules/submit.ts'
