import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

const id = '0188a5c2-0000-7000-8000-000000000001'

test.each([
  [{ name: '日语党支部' }, { name: '日语第一党支部' }, [{ field: '名称', before: '日语党支部', after: '日语第一党支部' }]],
  [null, { name: '日语党支部', graduateId: id }, [{ field: '名称', before: null, after: '日语党支部' }]],
  [{ item: 'oath' }, { item: 'oath', revoked: true }, [{ field: '已撤销', before: null, after: '是' }]],
  [{ notes: ['a'] }, null, [{ field: 'notes', before: '["a"]', after: null }]],
  [null, null, []],
])('%j to %j', (before, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes)
})

test('what stayed the same is no change', () => {
  expect(changesOf({ item: 'oath', reason: null }, { item: 'oath', reason: '记错了人' }).map(({ field }) => field)).toEqual(['原因'])
})
