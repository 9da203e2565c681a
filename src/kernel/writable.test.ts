import { describe, expect, test } from 'vitest'
import { Line, Lines } from './writable.ts'

const takes = (schema: ReturnType<typeof Line>, text: string) => schema.safeParse(text).success

describe('words from outside', () => {
  test.each([
    ['a NUL', 'a\u0000b', false, false],
    ['an escape', '\u001b[31m', false, false],
    ['a C1 control', 'a\u0085b', false, false],
    ['half a character', '合\ud800影', false, false],
    ['the other direction', 'a\u202egpj.exe', false, false],
    ['an isolate', '\u2066a\u2069', false, false],
    ['a line break', '一\n二', false, true],
    ['a tab', '一\t二', false, true],
    ['a line separator', '一\u2028二', false, false],
    ['nothing of it', '第1排：张某 & <李某>', true, true],
    ['a rare character', '𠮷野家', true, true],
    ['a family', '👨‍👩‍👧', true, true],
  ])('with %s', (_what, text, line, lines) => {
    expect([takes(Line(40), text), takes(Lines(40), text)]).toEqual([line, lines])
  })

  test('are trimmed before they are counted', () => {
    expect(Line(2).parse(' 合影 \n')).toBe('合影')
    expect(takes(Line(2), '合影照')).toBe(false)
  })
})
