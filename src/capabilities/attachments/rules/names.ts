const MOST_NAME = 100
const DIGITS_SHOWN = 4
const LONG_NUMBER = /\d{11,}[\dxX]?/g

/** A file's own name without its folder, without what a disk refuses, and without anybody's whole number. */
export function plainName(name: string): string {
  const own = name.normalize('NFC').split(/[\\/]/).at(-1)!
  const clean = own.replace(/[<>:"|?*\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu, '').trim()
  const hidden = clean.replace(LONG_NUMBER, number => `****${number.slice(-DIGITS_SHOWN)}`)
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(hidden)?.[0] ?? ''
  // No name of a folder above, and none that a disk hides.
  const stem = [...hidden.slice(0, hidden.length - ending.length).replace(/^[.\s]+/, '')].slice(0, MOST_NAME).join('').trim()
  return `${stem || '未命名'}${ending}`
}
