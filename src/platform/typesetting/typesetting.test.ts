import { execFileSync } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { openTypesetting, TypesettingError } from './index.ts'

const typesetting = openTypesetting()
afterAll(() => typesetting.close())

const SAY = '#set text(font: "Noto Serif SC")\n#json("data.json").words'
const textOf = (pdf: Uint8Array) => execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString().trim()
const fontsOf = (pdf: Uint8Array) => execFileSync('pdffonts', ['-'], { input: pdf }).toString()

test.each(['#panic()', '$x$ *b* _u_', '\\ "q" \'q\'', '#{1 + 1}', '<label> @ref // none', '中文〔2023〕'])(
  '%s is printed as it stands',
  async words => {
    expect(textOf(await typesetting.typeset(SAY, { words }))).toBe(words)
  },
)

test('many callers at once get each their own', async () => {
  const asked = Array.from({ length: 12 }, (_, at) => `job ${at}`)
  const pdfs = await Promise.all(asked.map(words => typesetting.typeset(SAY, { words })))
  expect(pdfs.map(textOf)).toEqual(asked)
})

test('a wrong source is refused, and the next job goes on', async () => {
  await expect(typesetting.typeset('#unknown-name', {})).rejects.toThrow(TypesettingError)
  await expect(typesetting.typeset('#json("data.json").absent', {})).rejects.toThrow(TypesettingError)
  expect(textOf(await typesetting.typeset(SAY, { words: '在' }))).toBe('在')
})

test('a source reads no file but its data', async () => {
  await expect(typesetting.typeset('#read("/etc/hostname")', {})).rejects.toThrow(TypesettingError)
  await expect(typesetting.typeset('#read("../../../../etc/hostname")', {})).rejects.toThrow(TypesettingError)
})

test('the data of one job is gone in the next', async () => {
  await typesetting.typeset(SAY, { words: '前' })
  expect(textOf(await typesetting.typeset(SAY, { words: '后' }))).toBe('后')
})

test("a font in the owner's folder is used; a folder that is not there does no harm", async () => {
  const light = '#set text(font: "Noto Serif SC", weight: 200)\n字'
  const own = openTypesetting({ fontFolders: ['node_modules/@expo-google-fonts/noto-serif-sc/200ExtraLight', '/no/such/folder'] })
  try {
    expect(fontsOf(await own.typeset(light, {}))).toContain('ExtraLight')
    expect(fontsOf(await typesetting.typeset(light, {}))).not.toContain('ExtraLight')
  } finally {
    await own.close()
  }
})

test('closing refuses what still waits', async () => {
  const closing = openTypesetting()
  const refused = expect(closing.typeset(SAY, { words: '等' })).rejects.toThrow(TypesettingError)
  await closing.close()
  await refused
})

test('missing characters are named once, text by text', () => {
  expect(typesetting.missingGlyphs(['张三', '李𬎆𬎆', '\u{e123}王\u{10ffff}'])).toEqual([
    { text: '李𬎆𬎆', characters: ['𬎆'] },
    { text: '\u{e123}王\u{10ffff}', characters: ['\u{e123}', '\u{10ffff}'] },
  ])
})

test.each(['古丽米热·买买提明', '㛃䶮䲟𬭸', '〔2023〕0040号', 'a b\tc\n', '零\u200b宽', '葛\u{e0100}', ''])(
  'nothing is missing in %j',
  text => {
    expect(typesetting.missingGlyphs([text])).toEqual([])
  },
)
