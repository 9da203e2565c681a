/** The first screen as tables: what counts as work for whom, how units add up, how far the cases have come. */
export * from './rules/case-work.ts'
export * from './rules/funnel.ts'
export * from './rules/kinds.ts'
export * from './rules/need.ts'
export * from './rules/return-work.ts'
export * from './rules/season.ts'
export * from './rules/story.ts'
export * from './rules/units.ts'
