/** The few calls to the sign-in endpoints; they stand outside the contract. */
export type SignInAnswer = 'in' | 'second-factor' | 'wrong' | 'wrong-code' | 'too-often' | 'barred' | 'offline' | 'down'

const post = (path: string, body: object) =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const refusal = (status: number, unauthorized: SignInAnswer): SignInAnswer => {
  if (status === 400 || status === 401 || status === 422) return unauthorized
  if (status === 403) return 'barred'
  if (status === 429) return 'too-often'
  return 'down'
}

const ask = async (path: string, body: object, unauthorized: SignInAnswer): Promise<SignInAnswer> => {
  try {
    const response = await post(path, body)
    if (!response.ok) return refusal(response.status, unauthorized)
    const answer = (await response.json().catch(() => ({}))) as { twoFactorRedirect?: boolean } | null
    return answer?.twoFactorRedirect ? 'second-factor' : 'in'
  } catch {
    return 'offline'
  }
}

/** `school`: its code, when the page let the person choose one; otherwise the server knows it. */
export const signIn = (login: string, password: string, school?: string): Promise<SignInAnswer> =>
  ask('sign-in/username', { username: login, password, ...(school && { school }) }, 'wrong')

export const giveCode = (code: string): Promise<SignInAnswer> => ask('two-factor/verify-totp', { code }, 'wrong-code')

export const signOut = async (): Promise<void> => {
  await post('sign-out', {})
}
