const SERIAL = /\{0+\}/g

/** The year and the running number once each, and no other blank: else two letters could bear the same number. */
export const mayRepeat = (pattern: string): boolean =>
  pattern.split('{YYYY}').length !== 2 ||
  [...pattern.matchAll(SERIAL)].length !== 1 ||
  /[{}]/.test(pattern.replace(/\{(代字|YYYY|0+)\}/g, ''))
