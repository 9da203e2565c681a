import type { Role } from '../rules.ts'

/** A row of the list: an account in one of its posts. */
export type AccountPost = {
  id: string
  login: string
  name: string
  role: Role | null
  roleName: string | null
  unitName: string | null
  disabled: boolean
}

export type Person = {
  id: string
  login: string
  name: string
  disabled: boolean
  posts: { role: Role; roleName: string; unitName: string }[]
}

/** One person a row, with every post they hold. */
export function peopleOf(rows: readonly AccountPost[]): Person[] {
  const people = new Map<string, Person>()
  for (const { id, login, name, disabled, role, roleName, unitName } of rows) {
    const person = people.get(id) ?? { id, login, name, disabled, posts: [] }
    if (role !== null) person.posts.push({ role, roleName: roleName ?? '', unitName: unitName ?? '' })
    people.set(id, person)
  }
  return [...people.values()]
}

export const holding = (people: readonly Person[], role: string | undefined, words: string) =>
  people.filter(
    ({ name, login, posts }) => (!role || posts.some(post => post.role === role)) && (name.includes(words) || login.includes(words)),
  )
