import { expect, test } from 'vitest'
import { faultOf, openCamera } from './camera.ts'

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['SomethingNewError', 'busy'],
])('%s means %s', (name, fault) => {
  expect(faultOf(new DOMException('', name))).toBe(fault)
})

test('a part of the page that did not arrive is told from a camera that did not open', () => {
  expect(faultOf(new TypeError('Failed to fetch dynamically imported module'))).toBe('unread')
  expect(faultOf(undefined)).toBe('busy')
})

test('where there is no camera to ask for, as on a page without https, that is said', async () => {
  expect(faultOf(await openCamera().catch((error: unknown) => error))).toBe('unsupported')
})
