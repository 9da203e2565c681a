import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Plan } from '../../rules.ts'
import { shippedPlan } from '../../shipped.ts'
import { doubtNote, readNotice } from './read.ts'

const notice = readFileSync(new URL('../../../../../examples/2023/notice-2023.txt', import.meta.url), 'utf8')
let plan: Plan
beforeAll(async () => {
  plan = await shippedPlan('2023')
})
const said = (text: string) =>
  readNotice(text, plan).proposals.map(
    ({ task, level, due, standing }) => `${task} ${level} ${due.kind === 'day' ? due.day : '离校日'} ${standing}`,
  )

describe('the notice of 2023', () => {
  test('gives its tasks and days, each as the plan already has it', () => {
    expect(said(notice)).toEqual([
      'five-items graduate 离校日 same',
      'honors committee 2023-05-31 same',
      'transfer-out secondary 离校日 same',
      'destination graduate 2023-06-10 same',
      'register secondary 2023-06-15 same',
      'roster secondary 2023-05-20 same',
      'register branch 2023-06-10 same',
      'delayed secondary 2023-06-10 same',
      'archive secondary 2023-06-30 same',
    ])
  })

  test('contradicts itself on one return, and both are marked', () => {
    const read = readNotice(notice, plan)
    expect(read.contradictions.map(({ task, days }) => [task, days.map(({ day }) => day)])).toEqual([
      ['register', ['2023-06-15', '2023-06-10']],
    ])
    expect(read.proposals.filter(({ note }) => note === doubtNote).map(({ task, level }) => `${task} ${level}`)).toEqual([
      'register secondary',
      'register branch',
    ])
  })

  test('says its number, day, issuer and contact', () => {
    expect(readNotice(notice, plan).head).toEqual({
      number: '岭大组通〔2023〕12号',
      issuedOn: '2023-05-16',
      contact: '组织部办公室，电话：020-00000000',
      issuer: '中共岭南示范大学委员会组织部',
      title: '关于做好2023届毕业生党员教育管理与组织关系接转工作的通知',
    })
  })

  test('every proposal quotes the sentence that it rests on', () => {
    const { proposals } = readNotice(notice, plan)
    expect(proposals.filter(({ quote }) => !notice.includes(quote))).toEqual([])
  })
})

describe('other words', () => {
  test.each<[text: string, said: string[]]>([
    ['各党总支于６月１８日前将附件１报组织部。', ['roster secondary 2023-06-18 other-day']],
    [
      '请各支部于6月1日前完成党员材料装档，7月1日前移交。',
      ['dossiers branch 2023-06-01 other-day', 'dossiers branch 2023-07-01 other-day'],
    ],
    ['2024年3月1日前报送名册。', ['roster secondary 2024-03-01 other-day']],
    ['宣传稿件请于6月底前报送。', ['news branch 2023-06-30 new']],
    ['组织部于6月20日前反馈审核意见。', ['feedback committee 2023-06-20 same']],
    ['6月31日前报名册。', []], // no such day
    ['6月1日起开展主题教育。', []], // from then on, not by then
    ['请于6月10日前交党费。', []], // no task of the season
    ['', []],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))
})
