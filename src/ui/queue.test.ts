import { expect, test } from 'vitest'
import { placeIn } from './queue.ts'

const queue = [['a'], ['b', 'other-b'], ['c']] as const

test.each([
  ['a', { at: 1, of: 3, previous: null, next: 'b' }],
  ['b', { at: 2, of: 3, previous: 'a', next: 'c' }],
  ['other-b', { at: 2, of: 3, previous: 'a', next: 'c' }],
  ['c', { at: 3, of: 3, previous: 'b', next: null }],
  ['d', null],
])('%s stands there in the list', (id, place) => expect(placeIn(queue, id)).toEqual(place))
