/** The answer of a rule: what now holds, or the one reason why not. Rules decide; they never throw. */
export type Decision<Value, Reason extends string> = { allowed: true; value: Value } | { allowed: false; reason: Reason }

export const allow = <Value>(value: Value) => ({ allowed: true, value }) as const
export const refuse = <Reason extends string>(reason: Reason) => ({ allowed: false, reason }) as const
