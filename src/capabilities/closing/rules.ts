/** What is still open of the closing equation; who follows it up once a branch is gone. */
export * from './rules/closing.ts'
export * from './rules/dissolving.ts'
