/** Search parameters as plain text, so that a URL can be read and typed: `?state=sent&unit=12`. */
export const parsePlain = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

export const writePlain = (search: Record<string, unknown>): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value))
  }
  const written = words.toString()
  return written ? `?${written}` : ''
}
