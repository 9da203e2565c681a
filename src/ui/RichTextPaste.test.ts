import { expect, test } from 'vitest'
import { readyToPaste } from './RichTextPaste.ts'

test.each([
  ['a sheet of Word', '<head><style>p{color:red}</style></head><p class=MsoNormal>字</p>', '<head></head><p class=MsoNormal>字</p>'],
  ['a script', '甲<script>alert("</p>")</script >乙', '甲乙'],
  ['a picture', '<p>甲<img src="https://example.org/1.png" onerror="alert(1)">乙</p>', '<p>甲乙</p>'],
  ['a handler', '<p onclick="x()" title="on=1">字</p>', '<p title="on=1">字</p>'],
  ['a first-level heading', '<h1 style="x">题</h1>', '<h2 style="x">题</h2>'],
  ['a sixth-level heading', '<h6>题</h6>', '<h3>题</h3>'],
  ['a row', '<tr><td>甲</td><td>乙</td></tr>', '<tr><td>甲　</td><td>乙</td></tr>'],
  ['plain words', '<p>第一段 <b>加粗</b></p>', '<p>第一段 <b>加粗</b></p>'],
])('%s', (_what, html, ready) => expect(readyToPaste(html)).toBe(ready))
