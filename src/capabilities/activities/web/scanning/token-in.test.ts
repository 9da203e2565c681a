import { expect, test } from 'vitest'
import { tokenIn } from './token-in.ts'

const HERE = 'https://qicheng.example.edu.cn'

test.each([
  ['the code on the wall', `${HERE}/me/sign-in#AZ0-_x9`, 'AZ0-_x9'],
  ['the same of another site', 'https://qicheng.example.com/me/sign-in#AZ0-_x9', null],
  ['the same without https', 'http://qicheng.example.edu.cn/me/sign-in#AZ0-_x9', null],
  ['the same at another port', `${HERE}:8443/me/sign-in#AZ0-_x9`, null],
  ['a site whose name begins like ours', `${HERE}.example.com/me/sign-in#AZ0-_x9`, null],
  ['our name before an @', `${HERE}@example.com/me/sign-in#AZ0-_x9`, null],
  ['another page of ours', `${HERE}/me/letters#AZ0-_x9`, null],
  ['a letter of ours', `${HERE}/r/7Q2M`, null],
  ['the page without a code', `${HERE}/me/sign-in`, null],
  ['the page with an empty code', `${HERE}/me/sign-in#`, null],
  ['a code in the query, where logs would hold it', `${HERE}/me/sign-in?token=1#AZ0`, null],
  ['signs that no code has', `${HERE}/me/sign-in#AZ0%20x`, null],
  ['a code longer than any', `${HERE}/me/sign-in#${'A'.repeat(201)}`, null],
  ['a payment code', 'wxp://f2f0AbC', null],
  ['plain text', '签到', null],
  ['nothing', '', null],
])('%s', (_, text, token) => {
  expect(tokenIn(text, HERE)).toBe(token)
})
