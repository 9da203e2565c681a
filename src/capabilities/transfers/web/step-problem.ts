import { ORPCError } from '@orpc/client'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { type ClauseId, clauseIds } from '../../plans/rules.ts'
import { refusalWords } from '../rules/refusal-words.ts'
import { letterRefusalWords } from './letter-words.ts'
import { RefusedRow } from './steps.ts'

const refusals: Readonly<Record<string, string>> = { ...letterRefusalWords, ...refusalWords }

/** Why a step was not taken; what was typed stays. */
export const stepProblem = (error: unknown): string =>
  error instanceof RefusedRow
    ? (refusals[error.reason] ?? '这件现在不能这样办，没有改动。请看过现在的状态再办。')
    : wordsOf(problemOf(error), refusals)

/** The clause that a refusal names, where it rests on one. */
export const clauseIn = (error: unknown): ClauseId | null => {
  if (error instanceof RefusedRow) return error.clause
  const said = error instanceof ORPCError && (error.data as { clause?: unknown } | null)?.clause
  return clauseIds.find(id => id === said) ?? null
}
