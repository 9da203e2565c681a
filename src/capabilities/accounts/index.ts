export { accountsApi } from './api.ts'
export type { Actor, Entrance, RequestContext } from './context.ts'
export { accountsOfMembers, addAccounts, holdersAt, moveAccounts, type NewAccount, postsOfAccount, postsOfUser, staffIn } from './store.ts'
