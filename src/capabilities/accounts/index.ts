export { accountsApi } from './api.ts'
export type { Actor, Entrance, RequestContext } from './context.ts'
export { accountsOfMembers, addAccounts, holdersAt, moveAccounts, type NewAccount, postsOfAccount, postsOfUser } from './store.ts'
