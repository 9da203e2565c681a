/** The one way to open a procedure: who may call it, and under which name it enters the audit log. */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { type SearchRefusal, searchRefusalText, wholeNumberIn } from './whole-number.ts'

/**
 * `permission`: what the actor must hold (`noun:verb`), or `public` for a caller without a session.
 * `audit`: the verb (`noun.past`) of the entries this procedure records; without it the procedure changes nothing.
 * `renders`: the handler opens its transactions itself (`within`), because it typesets, reads a file or waits in between.
 */
export type Access = { permission: string; audit?: string; renders?: true }

const standard = {
  UNAUTHORIZED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
} as const

export const procedure = (access: Access) => oc.$meta<Access>(access).errors(standard)

/** What a procedure declared about itself; the gate and the convention tests read it. */
export const accessOf = (declared: { '~orpc': { meta: object } }): Access => declared['~orpc'].meta as Access

/** The domain's refusals: 409, the closed reason, and the state as it now stands. */
export const refusals = <const Reasons extends readonly [string, ...string[]]>(reasons: Reasons) =>
  ({
    REFUSED: {
      status: 409,
      data: z.object({ reason: z.enum(reasons), state: z.string().optional(), detail: z.string().optional() }),
    },
  }) as const

/** The subject was changed by somebody else since it was read. */
export const conflict = { CONFLICT: { status: 409, data: z.object({ version: z.number().int() }) } } as const

/** An answer that comes word by word, as server-sent events. */
export const wordByWord = <Word extends z.ZodType>(word: Word) => eventIterator(word)

export const IsoDay = z.iso.date()
export const Id = z.uuid()
/** Counts up with each write; a write names the version it saw. */
export const Version = z.number().int().min(1)

const words = z.string().trim().max(60)
const refusing = (reason: SearchRefusal) => ({ message: searchRefusalText[reason], params: { reason } })

/** Words to look for in a list that is asked by its address: no whole ID or mobile number is taken there. */
export const Search = words.refine(text => wholeNumberIn(text) === null, refusing('whole-number'))
/** A whole ID or mobile number to look for: only ever in the body of a request. */
export const WholeNumberSearch = words.refine(text => wholeNumberIn(text) !== null, refusing('no-whole-number'))
