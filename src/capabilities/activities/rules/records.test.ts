import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { attachmentEndings, plainName } from '../../attachments/rules.ts'
import { type ActivityState, activityStates } from './life.ts'
import { FILE_BYTES, type FileKind, mayKeep, mayTakeDown, mayWrite, readAttachment } from './records.ts'

describe('who writes down what took place', () => {
  const open: Record<ActivityState, [minutes: boolean, photo: boolean, attachment: boolean]> = {
    draft: [false, false, true],
    announced: [false, false, true],
    held: [true, true, true],
    recorded: [true, true, true],
    cancelled: [false, false, false],
  }
  test.each(activityStates)('%s', state => {
    const side = { state, holder: true, kept: 0 }
    expect([mayWrite(side), mayKeep(side, 'photo'), mayKeep(side, 'attachment')].map(({ allowed }) => allowed)).toEqual(open[state])
  })
  test.each(activityStates)('%s: who only was asked to come does not', state => {
    const side = { state, holder: false, kept: 0 }
    const decisions = [mayWrite(side), mayKeep(side, 'photo'), mayKeep(side, 'attachment'), mayTakeDown(side)]
    expect(new Set(decisions.map(decision => (decision.allowed ? '' : decision.reason)))).toEqual(new Set(['not-holder']))
  })
  test.each<[FileKind, number, number | 'too-many']>([
    ['photo', 0, 30],
    ['photo', 29, 1],
    ['photo', 30, 'too-many'],
    ['attachment', 9, 1],
    ['attachment', 10, 'too-many'],
  ])('%s, %i there already: room for %s', (kind, kept, room) => {
    const decision = mayKeep({ state: 'held', holder: true, kept }, kind)
    expect(decision.allowed ? decision.value : decision.reason).toBe(room)
  })
})

const office = (...names: string[]) => zipSync(Object.fromEntries(['[Content_Types].xml', ...names].map(name => [name, strToU8('<x/>')])))

describe('what an attachment is', () => {
  const kinds: [string, Uint8Array, string][] = [
    ['PDF', strToU8('%PDF-1.7'), 'pdf'],
    ['Word', office('word/document.xml'), 'docx'],
    ['Excel', office('xl/workbook.xml', 'xl/worksheets/sheet1.xml'), 'xlsx'],
    ['PowerPoint', office('ppt/presentation.xml'), 'pptx'],
    ['Word with a comment at its end', Uint8Array.of(...office('word/document.xml').slice(0, -2), 3, 0, 1, 2, 3), 'docx'],
  ]
  test.each(kinds)('%s', (_what, bytes, ending) => {
    const decision = readAttachment(bytes)
    expect(decision.allowed ? attachmentEndings[decision.value] : decision.reason).toBe(ending)
  })

  const refused: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'empty'],
    ['a page', strToU8('<!doctype html><script>alert(1)</script>'), 'not-that-kind'],
    ['a drawing', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-that-kind'],
    ['a programme', Uint8Array.of(0x4d, 0x5a, 0x90, 0), 'not-that-kind'],
    ['any zip', zipSync({ 'a.txt': strToU8('a') }), 'not-that-kind'],
    ['a zip that names its parts and is no Office', zipSync({ '[Content_Types].xml': strToU8('<x/>') }), 'not-that-kind'],
    ['half of a Word file', office('word/document.xml').slice(0, 60), 'not-that-kind'],
    ['a Word file with a programme', office('word/document.xml', 'word/vbaProject.bin'), 'macros'],
    ['.doc, or one behind a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-office'],
    ['one byte too many', new Uint8Array(FILE_BYTES + 1), 'too-large'],
  ]
  test.each(refused)('%s', (_what, bytes, reason) => expect(readAttachment(bytes)).toEqual({ allowed: false, reason }))
})

describe('the name of a file', () => {
  test.each([
    ['座谈会议程.docx', '座谈会议程.docx'],
    ['C:\\Users\\zhou\\议程.pdf', '议程.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\u202ecod.exe', 'abcod.exe'],
    ['449901200106204673张某.jpg', '****4673张某.jpg'],
    ['44990120010620467X.jpg', '****467X.jpg'],
    ['IMG_20230526_153000.jpg', 'IMG_20230526_153000.jpg'],
    ['.pdf', '未命名.pdf'],
    ['..', '未命名'],
    ['议程/..', '未命名'],
    ['.. .htaccess', 'htaccess'],
    ['议\u2028程\u0085\r\nX: 1.pdf', '议程X 1.pdf'],
    ['\u2066gpj\u2069.\u202efdp.exe', 'gpj.fdp.exe'],
    ['半个\ud800字.pdf', '半个字.pdf'],
    ['', '未命名'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
  ])('%j is kept as %s', (name, kept) => expect(plainName(name)).toBe(kept))
})
