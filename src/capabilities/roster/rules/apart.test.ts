import { expect, test } from 'vitest'
import { writtenApart } from './apart.ts'

const person = (studentNumber: string, idNumber: string | null) => ({ studentNumber, idNumber })
const moves = (before: string | null, after: string | null) => ({ changes: [{ field: 'idNumber' as const, before, after }] })

test.each([
  ['different people', [person('1', 'a'), person('2', 'b')], [moves('c', 'd')], true],
  ['several without a number', [person('1', null), person('2', null)], [moves(null, 'd'), moves(null, 'e')], true],
  ['one student number twice', [person('1', 'a'), person('1', 'b')], [], false],
  ['a new person with the number that another gives up', [person('1', 'c')], [moves('c', 'd')], false],
  ['two who exchange their numbers', [], [moves('a', 'b'), moves('b', 'a')], false],
  ['two who get one number', [person('1', 'd')], [moves('c', 'd')], false],
] as const)('%s: %#', (_, newcomers, changed, apart) => expect(writtenApart(newcomers, changed)).toBe(apart))
