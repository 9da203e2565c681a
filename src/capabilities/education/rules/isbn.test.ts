import { expect, test } from 'vitest'
import { isbnOf } from './isbn.ts'

test.each([
  ['ISBN-13 as printed', '978-7-01-000914-8', '9787010009148'],
  ['without hyphens', '9787010009148', '9787010009148'],
  ['with spaces and the word before it', 'ISBN 978 7 01 000914 8', '9787010009148'],
  ['full-width, with long dashes', '９７８—７—０１—０００９１４—８', '9787010009148'],
  ['of the newer range', '979-10-90636-07-1', '9791090636071'],
  ['ISBN-10', '0-306-40615-2', '0306406152'],
  ['ISBN-10 that ends in X', '0-8044-2957-x', '080442957X'],
  ['a wrong check digit', '978-7-01-000914-9', null],
  ['two digits exchanged', '978-7-01-000194-8', null],
  ['a wrong check digit of ten', '0-306-40615-3', null],
  ['an X that is not the last', '0X06406152', null],
  ['a digit too few', '978701000914', null],
  ['a bar code that is no book', '690-0000-00000-1', null],
  ['words', '马克思恩格斯选集', null],
  ['nothing', '', null],
])('%s', (_, text, expected) => expect(isbnOf(text)).toBe(expected))
