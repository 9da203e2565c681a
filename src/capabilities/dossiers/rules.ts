/** 附件4: papers of a Party file, their problems, two signatures, bags and lists. */
export * from './rules/bags.ts'
export * from './rules/lists.ts'
export * from './rules/papers.ts'
export * from './rules/standing.ts'
export * from './rules/steps.ts'
