export { accountsApi } from './api.ts'
export type { Actor, Entrance, RequestContext } from './context.ts'
export { type OwnDataPart, type OwnDataRow, ownDataParts, ownDataTime, tellsOwnData } from './own-data.ts'
export { signInOwnData } from './sign-ins.ts'
export { ownSignIns, type SignIn } from './store/sign-ins.ts'
export {
  type AccountRow,
  accountsByLogin,
  addPosts,
  addStaff,
  broughtBy,
  giveFirstPasswords,
  type NewPost,
  type NewStaff,
  type PostRow,
  postsOfLogins,
  renameAccounts,
  savePosts,
} from './store/staff.ts'
export { accountsOfMembers, addAccounts, holdersAt, moveAccounts, type NewAccount, postsOfAccount, postsOfUser, staffIn } from './store.ts'
