/** What a broken constraint means to the domain. Capabilities add their own; one that is not listed stays a 500: it is our bug. */
const meanings = new Map<string, string>()

export const meaning = (constraint: string, reason: string) => meanings.set(constraint, reason)

export const meaningOf = (error: unknown): string | undefined =>
  error instanceof Error && 'constraint' in error ? meanings.get(String(error.constraint)) : undefined
