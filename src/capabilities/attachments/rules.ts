export * from './rules/names.ts'
export * from './rules/office.ts'
export * from './rules/scans.ts'
