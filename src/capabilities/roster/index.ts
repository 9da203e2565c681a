export { openPeople } from './people.ts'
export { type Sensitive, sealMember } from './sealed.ts'
export { graduate, graduatesByIds, graduatesIn, graduatesOf, type PersonRow, personColumns } from './store.ts'
export type { OutcomeFacts } from './tables.ts'
