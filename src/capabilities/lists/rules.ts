/** The school's own lists: what a row of each says, and what is wrong with it. */
export { mayHold, staffRoles } from './rules/posts.ts'
