export * from './rules/scans.ts'
