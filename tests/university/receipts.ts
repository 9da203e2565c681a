/** Letters that are on their way, with what only the paper tells: the code on part 3, the number, the last four of the ID number. */
import { letterSheetsData } from '../../src/capabilities/letters/index.ts'
import type { Client } from './client.ts'
import type { Enrolled } from './graduates.ts'
import { type Journey, outsideOnPaper } from './journey.ts'

export type Paper = { code: string; number: string; last4: string }
export type Sent = Paper & { letterId: string; transferId: string; attemptId: string }

/** Passed, issued and, unless it stays in the office, handed out. */
export async function letterOut(journey: Journey, who: Enrolled, { handOut = true } = {}): Promise<Sent> {
  await journey.pass(who, outsideOnPaper)
  const { letters } = await journey.transfers('office')
  const item = async () => {
    const { id, version } = await journey.case('office', who)
    return { id: id!, version }
  }
  await letters.issue({ items: [await item()], dryRun: false })
  if (handOut) await letters.handOut({ items: [await item()], on: '2023-06-08', by: who.name, how: 'self' })
  const { id, attempts } = await journey.case('office', who)
  const { letterId, letterNumber, id: attemptId } = attempts.find(({ living }) => living)!
  const [content] = await journey.as('office', context => letterSheetsData(context, [letterId!]))
  return {
    code: content!.receipt!.code,
    number: letterNumber!,
    last4: who.idNumber.slice(-4),
    letterId: letterId!,
    transferId: id!,
    attemptId,
  }
}

type Given = Parameters<Client['receipts']['answer']>[0]

export const answering = ({ code, number, last4 }: Paper, said: Partial<Given> = {}): Given => ({
  code,
  number,
  last4,
  answer: 'received',
  handler: '俞某',
  phone: '0571-88000000',
  ...said,
})
