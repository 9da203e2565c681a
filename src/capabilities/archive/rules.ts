/** What a season's archive has to hold, what of it is there, and who still owes what. */
export * from './rules/completeness.ts'
export * from './rules/material.ts'
