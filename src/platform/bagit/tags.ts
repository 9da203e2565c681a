/** What a file system or a manifest would take for something else; a name keeps its Chinese. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unsafe = /[\u0000-\u001f\u007f\\:*?"<>|%]/g

/** Every part of the path as a name that Windows, sha512sum and RFC 8493 read alike; never upwards, never hidden. */
export const safePath = (path: string): string =>
  path
    .normalize('NFC')
    .split('/')
    .map(part => part.replace(unsafe, '_').replace(/^[\s.]+|[\s.]+$/g, ''))
    .filter(part => part !== '')
    .join('/')

/** As `sha512sum -c` reads it. */
export const manifestOf = (entries: readonly { path: string; sha512: string }[]): string =>
  entries.map(({ path, sha512 }) => `${sha512}  ${path}\n`).join('')

/** `Name: value`; a line break in a value would begin another element. */
export const tagLines = (elements: readonly (readonly [name: string, value: string])[]): string =>
  elements.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')
