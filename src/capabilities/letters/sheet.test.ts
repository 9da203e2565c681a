/** Reads the paper back with poppler-utils (pdftotext, pdfinfo, pdftoppm), as a printer and a scanner would see it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'uqr'
import { afterAll, describe, expect, test } from 'vitest'
import { anOrdinary } from '../../../tests/paper/ordinary.ts'
import { has } from '../../../tests/tools.ts'
import { openTypesetting } from '../../platform/typesetting/index.ts'
import { freezeLetter, type LetterFacts, printedTexts } from './rules.ts'
import { letterSheets, type SheetOptions } from './sheet.ts'

const letter = (change: Partial<LetterFacts> = {}) => freezeLetter({ ...anOrdinary, ...change })

/** Reading the print back needs poppler-utils. */
const onPaper = describe.skipIf(!has('pdftotext', 'pdfinfo', 'pdftoppm'))
const typesetting = openTypesetting()
const folder = mkdtempSync(join(tmpdir(), 'letters-'))
const file = join(folder, 'letters.pdf')
afterAll(async () => {
  await typesetting.close()
  rmSync(folder, { recursive: true })
})

const poppler = (tool: 'pdftotext' | 'pdfinfo' | 'pdftoppm', ...options: string[]): Buffer => {
  try {
    return execFileSync(tool, options, { maxBuffer: 1 << 28 })
  } catch (error) {
    throw new Error(`${tool} is needed to read the paper back: install poppler-utils`, { cause: error })
  }
}
const print = async (letters: ReturnType<typeof letter>[], options: Partial<SheetOptions> = {}) => {
  const { source, data } = letterSheets(letters, { paper: 'blank', ...options })
  writeFileSync(file, await typesetting.typeset(source, data))
}
const pages = () => Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', file).toString())?.[1])
/** The words of the print without spaces: lines break where they must. */
const words = () =>
  poppler('pdftotext', '-layout', file, '-')
    .toString()
    .replace(/[\s\u200b]/g, '')
/** The words in the order of writing, for sentences that share their lines with something beside them. */
const sentences = () =>
  poppler('pdftotext', '-raw', file, '-')
    .toString()
    .replace(/[\s\u200b]/g, '')
const times = (text: string, part: string) => text.split(part).length - 1
type Word = { page: number; left: number; top: number; right: number; bottom: number; text: string }
const wordBoxes = (): Word[] => {
  const [, ...sheets] = poppler('pdftotext', '-bbox', file, '-').toString().split('<page ')
  return sheets.flatMap((sheet, page) =>
    [...sheet.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)<\/word>/g)].map(
      ([, left, top, right, bottom, text]) => ({
        page,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: text!,
      }),
    ),
  )
}
/** A4 in points. */
const wordsOffThePaper = () =>
  wordBoxes().filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > 595.28 || bottom > 841.89)
/** Pairs of words that stand on each other by more than the descent of a line. */
const overlaps = () => {
  const words = wordBoxes()
  const across = (one: Word, other: Word) => Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = (one: Word, other: Word) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter(other => other.page === one.page && across(one, other) > 1 && down(one, other) > 2)
      .map(other => [one.text, other.text]),
  )
}

onPaper('an ordinary letter', () => {
  test('has three parts with their marks, and the number on each', async () => {
    await print([letter()])
    expect(pages()).toBe(1)
    const paper = words()
    expect(times(paper, '中国共产党党员组织关系介绍信')).toBe(3)
    expect(times(paper, '岭示组介〔2023〕0040号')).toBe(3)
    for (const part of ['第一联', '第二联', '第三联', '存根', '回执联', '贴回执联处', '加盖骑缝章', '第0040号'])
      expect(paper).toContain(part)
  })

  test('says on the stub who goes from where to where, and to whom the letter speaks', async () => {
    await print([letter()])
    const stub =
      '欧阳静怡同志系中共正式党员，组织关系由岭南示范大学外国语学院英语第一党支部转到之江远航科技股份有限公司党委（抬头：中共杭州市委两新工作委员会）。'
    expect(sentences()).toContain(stub)
  })

  test('says on the letter everything the receiver needs, in full', async () => {
    await print([letter()])
    const paper = sentences()
    expect(paper).toContain('中共杭州市委两新工作委员会：欧阳静怡同志（女，22岁，汉族），系中共正式党员，身份证号码449901200103260326，')
    expect(paper).toContain('由岭南示范大学外国语学院英语第一党支部去之江远航科技股份有限公司党委，请转接组织关系。')
    expect(paper).toContain('该同志党费已交到贰零贰叁年陆月。（有效期玖拾天）')
    for (const part of ['13800000000', '0750-0000126', '0750-0000127', '529000', '2023年6月2日', '行政楼206室'])
      expect(paper).toContain(part)
  })

  test('asks on the receipt for a stamped answer, and shows the plain address', async () => {
    await print([letter()])
    const paper = sentences()
    expect(paper).toContain('中共岭南示范大学委员会组织部：欧阳静怡同志的党员组织关系已转达我处，特此回复。')
    for (const part of ['经办人：', '联系电话：', '一个月内', 'https://qicheng.example.edu.cn/r/0001-k3v9x2mqpw7t4z8d6ncb'])
      expect(paper).toContain(part)
  })

  test('bears a QR code that is the address, module by module', async () => {
    await print([letter()])
    const expected = encode(anOrdinary.receipt!.url, { ecc: 'M', border: 0, maskPattern: 2 }).data
    expect(qrOnPaper(expected.length)).toEqual(expected)
  })

  test('bears none while the public page is off', async () => {
    await print([letter({ receipt: null })])
    expect(words()).not.toContain('扫码')
    expect(pages()).toBe(1)
  })
})

test('digits where the school writes digits; 其他 without 族', async () => {
  await print([letter({ numerals: 'digits', ethnicGroup: '其他', membership: '预备' })])
  const paper = sentences()
  expect(paper).toContain('党费已交到2023年6月。（有效期90天）')
  expect(paper).toContain('22岁，其他），系中共预备党员')
})

test('what people typed is printed as they typed it, never obeyed', async () => {
  const name = '李#1$x$*b*_u_\\n"q"`c`@r<l>//#panic()'
  const to = '#read("/etc/passwd")[a]{b}\\u{41}'
  await print([letter({ name, to })])
  const paper = sentences()
  expect(times(paper, name)).toBe(3)
  expect(times(paper, to)).toBe(2)
})

test('words as long as need no measuring keep clear of what stands below them', async () => {
  const most = {
    name: '张三',
    addressee: '抬'.repeat(34),
    from: '从'.repeat(30),
    to: '往'.repeat(28),
    idNumber: 'W'.repeat(20),
    ethnicGroup: '乌孜别克族',
  }
  await print([letter(most), letter({ ...most, addressee: '抬'.repeat(10) })])
  expect(overlaps()).toEqual([])
})

const long = {
  name: '古丽米热·买买提明·阿卜杜热依木',
  ethnicGroup: '维吾尔族',
  addressee: '中共新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县孙扎齐牛录镇委员会组织部',
  to: '中共新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县孙扎齐牛录镇人力资源和社会保障服务中心流动党员第一支部委员会',
  from: '中共岭南示范大学委员会马克思主义学院与少数民族预科教育学院联合总支部毕业生流动党员临时第三支部委员会',
}
test.each([
  ['long names', long],
  ['names longer than any', { name: '名'.repeat(60), addressee: '抬头'.repeat(60), from: '支部'.repeat(80), to: '单位'.repeat(80) }],
  [
    'Latin capitals, the widest letters',
    { name: 'QQQQ QQQQ QQQQ', addressee: 'W'.repeat(60), to: 'GGGG '.repeat(20), from: 'MMMM '.repeat(20) },
  ],
])('%s stay on their page, whole', async (_, change) => {
  await print([letter(), letter(change), letter()])
  expect(pages()).toBe(3)
  expect(wordsOffThePaper()).toEqual([])
  expect(overlaps()).toEqual([])
  const paper = sentences()
  expect(times(paper, change.name.replaceAll(' ', ''))).toBe(3)
  expect(times(paper, change.addressee)).toBe(2)
})

test('the print moves by the millimetres asked for', async () => {
  const firstWord = () =>
    poppler('pdftotext', '-bbox', file, '-')
      .toString()
      .match(/xMin="(.+?)" yMin="(.+?)" .*第一联/)!
      .slice(1)
      .map(Number)
  await print([letter()])
  const [x, y] = firstWord() as [number, number]
  await print([letter()], { offset: { right: 2, down: -3 } })
  const [movedX, movedY] = firstWord() as [number, number]
  const points = 72 / 25.4
  expect(movedX - x).toBeCloseTo(2 * points, 1)
  expect(movedY - y).toBeCloseTo(-3 * points, 1)
})

test('a thousand letters are a thousand pages, in the order given', async () => {
  await print(Array.from({ length: 1000 }, (_, at) => letter({ numberInYear: at + 1 })))
  expect(pages()).toBe(1000)
  const numbers = [...words().matchAll(/岭示组介〔2023〕(\d{4})号/g)].map(([, number]) => Number(number))
  expect(numbers).toEqual(Array.from({ length: 3000 }, (_, at) => Math.floor(at / 3) + 1))
})

test('a name that no font can print is listed before it reaches the paper', () => {
  const texts = printedTexts({ ...anOrdinary, name: '张𬎆' })
  expect(typesetting.missingGlyphs(texts)).toEqual([{ text: '张𬎆', characters: ['𬎆'] }])
  expect(typesetting.missingGlyphs(printedTexts({ ...anOrdinary, ...long }))).toEqual([])
})

/** Samples the middle of each module in a scan of the receipt's right side. */
const qrOnPaper = (size: number): boolean[][] => {
  const dots = (millimetres: number) => Math.round((millimetres / 25.4) * 600)
  const width = dots(36)
  const scan = poppler(
    'pdftoppm',
    '-gray',
    '-r',
    '600',
    '-x',
    String(dots(154)),
    '-y',
    String(dots(244)),
    '-W',
    String(width),
    '-H',
    String(dots(29)),
    file,
  )
  const pixels = scan.subarray(scan.length - width * dots(29))
  const dark = (x: number, y: number) => pixels[y * width + x]! < 128
  const columns = Array.from({ length: width }, (_, x) => x).filter(x => pixels.some((pixel, at) => at % width === x && pixel < 128))
  const [left, right] = [columns[0]!, columns.at(-1)! + 1]
  const top = Math.floor(pixels.findIndex(pixel => pixel < 128) / width)
  const module = (right - left) / size
  const middle = (at: number) => Math.round((at + 0.5) * module)
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => dark(left + middle(x), top + middle(y))))
}
