import { describe, expect, test } from 'vitest'
import { type RecordedItem, recordOf, type Said } from './records.ts'

const plain: RecordedItem = { record: 'none', exempt: false, alternatives: [{ key: 'online-lecture', name: '线上党课' }] }
const book: RecordedItem = { record: 'book', exempt: false, alternatives: [] }
const service: RecordedItem = { record: 'hours', exempt: true, alternatives: [] }
const said = (basis: Said['basis'], details: Said['details'] = {}, evidence = ''): Said => ({ basis, details, evidence })

describe('what is kept, and the sentence it becomes', () => {
  test.each([
    [book, said('book', { title: '《共产党宣言》' }), { title: '共产党宣言' }, '《共产党宣言》'],
    [
      book,
      said('book', { title: '乡土中国', isbn: '978-7-01-000914-8', receiver: ' 学院图书角 ' }, '扉页有签名'),
      { title: '乡土中国', isbn: '9787010009148', receiver: '学院图书角' },
      '《乡土中国》（ISBN 9787010009148），赠学院图书角，扉页有签名',
    ],
    [
      service,
      said('hours', { hours: 2.5, place: '校史馆', what: '讲解' }),
      { hours: 2.5, place: '校史馆', what: '讲解' },
      '讲解，校史馆，2.5 小时',
    ],
    [service, said('hours', { hours: 24 }), { hours: 24 }, '24 小时'],
    [plain, said('alternative', { alternative: 'online-lecture' }, '交了心得'), { alternative: 'online-lecture' }, '线上党课：交了心得'],
    [service, said('exempt', {}, '因伤休养'), {}, '免：因伤休养'],
    [plain, said('other', { title: '不问书名' }, ' 党课签到表 '), {}, '党课签到表'],
    [book, said('other', {}, '图书馆捐书登记表'), {}, '图书馆捐书登记表'],
  ])('%#', (item, asked, details, evidence) =>
    expect(recordOf(item, asked)).toEqual({ allowed: true, value: { basis: asked.basis, details, evidence } }),
  )
})

describe('what is refused', () => {
  test.each([
    ['a book without its title', book, said('book', { title: '《》' }, '一本书'), 'title-missing'],
    ['a wrong ISBN', book, said('book', { title: '乡土中国', isbn: '978-7-01-000914-9' }), 'isbn-wrong'],
    ['a book for a lecture', plain, said('book', { title: '乡土中国' }), 'record-differs'],
    ['hours for a book', book, said('hours', { hours: 2 }), 'record-differs'],
    ['no hours', service, said('hours', { place: '校史馆' }), 'hours-missing'],
    ['none at all', service, said('hours', { hours: 0 }), 'hours-wrong'],
    ['a quarter', service, said('hours', { hours: 1.25 }), 'hours-wrong'],
    ['more than a day has', service, said('hours', { hours: 24.5 }), 'hours-wrong'],
    ['an alternative that the plan lacks', book, said('alternative', { alternative: 'online-lecture' }, '看了'), 'no-such-alternative'],
    ['an alternative of which nothing is said', plain, said('alternative', { alternative: 'online-lecture' }), 'evidence-missing'],
    ['to be let off where the plan lets nobody', plain, said('exempt', {}, '因伤'), 'not-exempt'],
    ['to be let off without a reason', service, said('exempt', {}, ' '), 'reason-missing'],
    ['nothing to check it by', plain, said('other', {}, '　'), 'evidence-missing'],
  ])('%s', (_, item, asked, reason) => expect(recordOf(item, asked)).toMatchObject({ allowed: false, reason }))
})
