/** The form that is pre-printed: fixed words, and a line under each blank of `places.ts`. For the print shop; it names nobody. */
import type { LetterCommittee } from '../rules.ts'
import { lineAt, type Page, type PlacedWords, placedSheets, type Sheets, wordsAt } from './placed.ts'
import { type Blank, places } from './places.ts'

type Fixed = readonly [x: number, y: number, words: string, look?: Partial<PlacedWords>]

const SMALL = { size: 12.5 } as const
const QUIET = '#575049'
const FAINT = '#8a8074'
const EDGE = 20
const WIDE = 170

const stub: readonly Fixed[] = [
  [60, 37, '同志系中共', SMALL],
  [98, 37, '党员，组织关系由', SMALL],
  [139, 45, '转到', SMALL],
  [20, 61, '（抬头：', SMALL],
  [143, 61, '）。', SMALL],
  [115.5, 69, '年', SMALL],
  [130.5, 69, '月', SMALL],
  [144.5, 69, '日', SMALL],
]

const letter: readonly Fixed[] = [
  [171, 109, '：'],
  [62, 119, '同志（'],
  [85.5, 119, '，'],
  [101.5, 119, '岁，'],
  [137.5, 119, '），系中共'],
  [174.5, 119, '党员，'],
  [20, 129, '身份证号码'],
  [100.5, 129, '，'],
  [20, 139, '由'],
  [20, 149, '去'],
  [147, 149, '，请转接组织关系。'],
  [20, 159, '该同志党费已交到'],
  [82, 159, '年'],
  [105.5, 159, '月。'],
  [120, 159, '（有效期'],
  [161.5, 159, '天）'],
  [143.5, 170, '（盖　章）', { ink: FAINT }],
  [140.5, 177, '年'],
  [156.5, 177, '月'],
  [172.5, 177, '日'],
  [20, 190, '党员联系电话：', { size: 10, height: 5, ink: QUIET }],
]

const receipt: readonly Fixed[] = [
  [62, 253, '同志的党员组织关系已转达我处，'],
  [20, 262, '特此回复。'],
  [112, 264, '（盖　章）', { ink: FAINT }],
  [106, 271.5, '　年　　月　　日'],
  [20, 279, '经办人：＿＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿＿＿＿', { size: 12 }],
  [20, 286.5, '请于接收后一个月内，将本联盖章退回。', { size: 9.5, ink: QUIET }],
]

const fixed = ([x, y, words, look = {}]: Fixed) =>
  wordsAt({ x, y, width: EDGE + WIDE - x + 5, height: 6, side: 'left', size: 13, ...look }, words, look)

const middle = (y: number, words: string, look: Partial<PlacedWords>) =>
  wordsAt({ x: EDGE, y, width: WIDE, height: 8, side: 'center', size: 13.5, ...look }, words, look)

const TITLE = { face: 'title', size: 18, weight: 700 } as const
const headings: PlacedWords[] = [
  middle(10, '中国共产党党员组织关系介绍信', TITLE),
  middle(18, '存　根', {}),
  middle(89.5, '中国共产党党员组织关系介绍信', TITLE),
  middle(218.5, '中国共产党党员组织关系介绍信', TITLE),
  middle(226.5, '回　执　联', {}),
  ...(
    [
      [28, '第一联'],
      [100, '第二联'],
      [236.5, '第三联'],
    ] as const
  ).map(([y, words]) => fixed([EDGE, y, words, { size: 11, ink: QUIET }])),
]

const cuts = [80, 211].map(y => lineAt(0, y, 210, 0, { thick: 0.8, ink: '#9b9185', dashed: true }))

/** Numbers stand free at the right; every other blank has its line. */
const unlined: readonly Blank[] = ['stub-number', 'number', 'receipt-number', 'seam']

const underBlanks = (Object.keys(places) as Blank[])
  .filter(blank => !unlined.includes(blank))
  .map(blank => lineAt(places[blank].x, places[blank].y + places[blank].height + 0.6, places[blank].width, 0))

const BOX = { x: 154, y: 36.5, width: 36, height: 27 } as const
const box = [
  lineAt(BOX.x, BOX.y, BOX.width, 0, { dashed: true }),
  lineAt(BOX.x, BOX.y + BOX.height, BOX.width, 0, { dashed: true }),
  lineAt(BOX.x, BOX.y, 0, BOX.height, { dashed: true }),
  lineAt(BOX.x + BOX.width, BOX.y, 0, BOX.height, { dashed: true }),
]

const contactOf = ({ phone, fax, address, postCode }: LetterCommittee) =>
  [
    [`党委电话：${phone}`, `传真：${fax}`],
    [`通讯处：${address}`, `邮编：${postCode}`],
  ]
    .map(line => line.filter(said => !said.endsWith('：')).join('　　'))
    .join('\n')

const page = (committee: LetterCommittee): Page => ({
  words: [
    ...headings,
    wordsAt({ ...BOX, height: 15, side: 'center', size: 10 }, '贴回执联处', { ink: FAINT }),
    wordsAt({ x: 80, y: 77, width: 50, height: 5.5, side: 'center', size: 10.5 }, '加　盖　骑　缝　章', { ink: QUIET }),
    ...[...stub, ...letter, ...receipt].map(fixed),
    fixed([EDGE, 197, contactOf(committee), { size: 10, height: 9, width: WIDE, ink: QUIET }]),
    fixed([EDGE, 245, `${committee.receiptTo}：`, { width: 125 }]),
  ],
  lines: [...cuts, ...box, ...underBlanks],
  drawings: [],
})

export const formSheet = (committee: LetterCommittee): Sheets => placedSheets('介绍信预印纸底稿', [page(committee)], { right: 0, down: 0 })
