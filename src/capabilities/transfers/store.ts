/** All SQL of transfers, by what it is for. */
import { meaning } from '../../platform/database/index.ts'

meaning('transfers_one_per_graduate', 'begun-meanwhile')

export * from './store/carrying.ts'
export * from './store/cases.ts'
export * from './store/counts.ts'
export * from './store/differences.ts'
export * from './store/lamps.ts'
export * from './store/named.ts'
export * from './store/naming.ts'
export * from './store/papers.ts'
export * from './store/receipt-calls.ts'
export * from './store/receipt-pictures.ts'
export * from './store/receivers.ts'
export * from './store/search.ts'
export * from './store/standing.ts'
export * from './store/write.ts'
