/** What a procedure acts on, as a row of the matrix: checked against the contract, name by name. */
import type { AnyContractProcedure, InferContractRouterInputs } from '@orpc/contract'
import type { contract } from '../../src/app/contract.ts'
import type { Role } from '../../src/capabilities/accounts/rules.ts'
import type { Client } from '../university/client.ts'
import type { Subject } from './world.ts'

type NamesIn<Node> = {
  [Key in keyof Node & string]: Node[Key] extends AnyContractProcedure ? Key : `${Key}.${NamesIn<Node[Key]>}`
}[keyof Node & string]
type At<Node, Name> = Name extends `${infer Key}.${infer Rest}` ? At<Node[Key & keyof Node], Rest> : Node[Name & keyof Node]

/** A procedure's dotted name in the contract. */
export type Name = NamesIn<typeof contract>
type Input<N extends Name> = At<InferContractRouterInputs<typeof contract>, N>
type Output<N extends Name> = At<Client, N> extends (...input: never[]) => PromiseLike<infer Answer> ? Answer : never

/**
 * Whose the subject is. `unit`: a unit's, so a sister unit is outside, but for whoever has the whole school. `school`: everybody's of a school.
 * `account`: one account's alone. `self`: the caller's, and the input names nobody.
 */
export type Reach = 'unit' | 'school' | 'account' | 'self'

/** Builds an input that acts on `subject`; `own` is the caller's own of the same kind, for batches that mix both. */
type Ask<N extends Name> = (subject: Subject, own: Subject) => Input<N> | Promise<Input<N>>
type Mark = string | number
type Answer<Value> = Value | Promise<Value>

/** Who may call but has no subject of that kind of their own, and why: the school's is foreign to them. */
type Lacking = Partial<Record<Role, string>>
/** Which graduate of the branch the caller is, where it is the graduate's own; who reads the whole school's without a reach over units. */
type Caller = { as?: keyof Subject['place']['people']; lacking?: Lacking; whole?: readonly Role[] }

export type None = { subject: 'none'; why: string }
export type One<N extends Name> = Caller & { subject: 'one'; reach: Exclude<Reach, 'self'>; asks: readonly Ask<N>[] }
export type List<N extends Name> = Caller & {
  subject: 'list'
  reach: Exclude<Reach, 'account'>
  /** None: the caller names nothing. Otherwise the whole list, and parts of it that name the subject. */
  asks?: readonly Ask<N>[]
  /** The field in which the subjects are listed. */
  seen: (output: Output<N>) => Answer<readonly (Mark | null)[]>
  /** What of the subject has to be found there, by what was asked. */
  of: (subject: Subject, input: Input<N>) => Answer<readonly Mark[]>
}
export type Row<N extends Name> = None | One<N> | List<N>

/** All rows, or those of some capabilities. */
export type Rows<Capability extends string = string> = { [N in Extract<Name, `${Capability}.${string}`>]: Row<N> }

export const none = (why: string): None => ({ subject: 'none', why })
