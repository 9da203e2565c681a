export { accountsApi } from './api.ts'
export type { Actor, Entrance, RequestContext } from './context.ts'
export { accountsOfMembers, addAccounts, holdersAt, type NewAccount, postsOfUser } from './store.ts'
