import { describe, expect, test } from 'vitest'
import { placeOf } from './keyset.ts'
import { searchWith } from './urlFilters.ts'

describe('filters in the URL', () => {
  test.each([
    ['a filter is added', { unit: '12' }, { state: 'sent' }, { unit: '12', state: 'sent' }],
    ['a filter is removed', { unit: '12', state: 'sent' }, { state: undefined }, { unit: '12' }],
    ['an empty word leaves', { q: '欧' }, { q: '' }, {}],
    ['a new filter begins at the first page', { after: 'k2', from: '21' }, { state: 'sent' }, { state: 'sent' }],
    ['turning the page keeps the filters', { state: 'sent' }, { after: 'k2', from: '21' }, { state: 'sent', after: 'k2', from: '21' }],
    ['the first page has no place', { state: 'sent', after: 'k2', from: '21' }, { after: undefined, from: undefined }, { state: 'sent' }],
  ])('%s', (_, before, change, after) => {
    expect(searchWith(before, change)).toEqual(after)
  })
})

describe('the place in a list', () => {
  test.each([
    ['no key is the beginning', {}, { from: 1 }],
    ['a number without a key means nothing', { from: '41' }, { from: 1 }],
    ['a key and its first row', { after: 'k2', from: '21' }, { after: 'k2', from: 21 }],
    ['a number that is none', { after: 'k2', from: 'x' }, { after: 'k2', from: 1 }],
    ['a number below one', { after: 'k2', from: '-3' }, { after: 'k2', from: 1 }],
  ])('%s', (_, search, place) => {
    expect(placeOf(search)).toEqual(place)
  })
})
