import { expect, test } from 'vitest'
import { verbWords } from '../capabilities/audit/rules.ts'
import { accessOf } from '../kernel/contract.ts'
import { contract } from './contract.ts'

type Declared = { '~orpc': { meta: object } }
const isProcedure = (node: object): node is Declared => '~orpc' in node

const verbsIn = (node: object): string[] =>
  isProcedure(node) ? [accessOf(node).audit ?? []].flat() : Object.values(node).flatMap(child => verbsIn(child as object))

test('every audit verb of the contract has a word for the reader of the log', () => {
  const verbs = [...new Set(verbsIn(contract))]
  expect(verbs.length).toBeGreaterThan(5)
  expect(verbs.filter(verb => !(verb in verbWords))).toEqual([])
})
