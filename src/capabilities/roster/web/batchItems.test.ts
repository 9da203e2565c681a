import { describe, expect, test } from 'vitest'
import { changeOf, type Item, tagsIn } from './batchItems.ts'

describe('what is asked for many', () => {
  test.each<[readonly Item[], unknown]>([
    [[], null],
    [[{ what: 'className', text: ' ' }], null],
    [[{ what: 'remark', text: '' }], { fields: { remark: '' } }],
    [[{ what: 'addTags', text: '考研、重点 考研' }], { addTags: ['考研', '重点'] }],
    [[{ what: 'responsible', text: 'nobody' }], { responsibleId: null }],
    [
      [
        { what: 'membership', text: '正式' },
        { what: 'confirmedOn', text: '2023-05-20' },
      ],
      { fields: { membership: '正式', confirmedOn: '2023-05-20' } },
    ],
    [
      [
        { what: 'className', text: '19英语1班' },
        { what: 'removeTags', text: '' },
      ],
      null,
    ],
  ])('%j', (items, change) => expect(changeOf(items)).toEqual(change))

  test('marks are parted by what people write between them', () =>
    expect(tagsIn('留学,重点，困难、 党员')).toEqual(['留学', '重点', '困难', '党员']))
})
