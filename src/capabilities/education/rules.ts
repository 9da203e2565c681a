/** The five items (五个一): what is asked, what is proven, who is reminded and who has it on paper. */
export * from './rules/certificate.ts'
export * from './rules/isbn.ts'
export * from './rules/items.ts'
export * from './rules/nudging.ts'
export * from './rules/records.ts'
export * from './rules/reports.ts'
export * from './rules/waiting.ts'
