const SIGN_IN = '/me/sign-in'
const TOKEN = /^#([\w-]{1,200})$/

/** The word that signs in, when what was scanned is a sign-in address of this very site; of any other code nothing is followed. */
export const tokenIn = (text: string, origin: string): string | null => {
  try {
    const address = new URL(text)
    if (address.origin !== origin || address.pathname !== SIGN_IN || address.search !== '') return null
    return TOKEN.exec(address.hash)?.[1] ?? null
  } catch {
    return null
  }
}
