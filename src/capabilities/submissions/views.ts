import type { ReturnView } from './contract.ts'
import type { Head } from './store.ts'

export const returnView = ({ cohortId: _cohort, columns: _columns, submittedBy: _by, ...head }: Head): ReturnView => head
