/** The organisation department of a Party committee, by the name of its division. Real, and still to be verified by a call. */

/** These have no short form of one character and 委. */
const unshortened = /(?:自治区|林区|特区)$/
const prefecture = /地区$/
const local = /[省市区县州盟旗]$/

const committeeOf = (name: string): string | null => {
  if (unshortened.test(name)) return `${name}委员会`
  if (prefecture.test(name)) return `${name.slice(0, -1)}委`
  return local.test(name) ? `${name}委` : null
}

/** Zones of development stand in the list of divisions with 71 to 79 at the end: they have work committees, each named its own way. */
const isZone = (code: string): boolean => /^\d{4}7[1-9]$/.test(code)

/**
 * `above` is the division over it, null for a province and for what stands directly under a province: 中共广东省委组织部,
 * 中共广州市委组织部, 中共广州市天河区委组织部. Null where no name follows from the division's.
 */
export function departmentOf({ code, name, above }: { code: string; name: string; above: string | null }): string | null {
  const committee = code.length === 6 && !isZone(code) ? committeeOf(name) : null
  return committee && `中共${above ?? ''}${committee}组织部`
}
