export * from './rules/attending.ts'
export * from './rules/code.ts'
export * from './rules/life.ts'
export * from './rules/overview.ts'
