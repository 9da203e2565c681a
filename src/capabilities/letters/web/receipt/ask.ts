/** The page's two questions, without the client of the desk and without a session. */
import type { ReceiptOutcome, ReceiptRefusal, ReceiptStanding } from '../../contract.ts'
import type { Answering, Proof } from '../../rules.ts'

/** `offline`: no answer came; `broken`: one that the page does not know. */
export type Hindrance = ReceiptRefusal | 'offline' | 'broken'
export type Told<Answer> = { told: Answer } | { hindrance: Hindrance }

async function ask<Answer>(question: 'opening' | 'answers', body: object): Promise<Told<Answer>> {
  try {
    const answer = await fetch(`/api/v1/receipts/${question}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    const said = await answer.json()
    if (answer.ok) return { told: said }
    return { hindrance: said?.code === 'REFUSED' ? said.data.reason : 'broken' }
  } catch (error) {
    return { hindrance: error instanceof TypeError ? 'offline' : 'broken' }
  }
}

export const openLetter = (code: string, proof: Proof) => ask<ReceiptStanding>('opening', { code, ...proof })

export const sendAnswer = (code: string, proof: Proof, said: Answering) => ask<ReceiptOutcome>('answers', { code, ...proof, ...said })

/** What stands after /r/ in the address; whatever it is, the page looks the same. */
export const codeIn = (pathname: string): string => {
  const code = pathname.replace(/^\/r\//, '').replace(/\/$/, '')
  try {
    return decodeURIComponent(code).slice(0, 200)
  } catch {
    return code.slice(0, 200)
  }
}
