/** What is sent has to last until the member reports for duty or study. */
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { expiresOn, type TransferFacts } from './facts.ts'
import { endsBeforeReporting } from './lamps.ts'

/** `sent`: it is out already. Otherwise as if it were sent today; from `sendFrom` on it would last. */
export type ReportingGap = { validUntil: Day; reportBy: Day; days: number; sendFrom: Day; sent: boolean }

type Sending = { validUntil: Day; validityDays: number; reportBy: Day | null; sent: boolean }

export const reportingGap = ({ validUntil, validityDays, reportBy, sent }: Sending): ReportingGap | null => {
  if (!reportBy || !endsBeforeReporting(validUntil, reportBy)) return null
  return { validUntil, reportBy, days: daysBetween(validUntil, reportBy), sendFrom: addDays(reportBy, -validityDays), sent }
}

type Sent = Pick<TransferFacts, 'state' | 'tracks' | 'validityDays'>

/** Of a case as it stands today: what is out runs until its own day. */
export const gapOf = (facts: Sent, reportBy: Day | null, today: Day): ReportingGap | null => {
  const until = expiresOn(facts)
  const { validityDays } = facts
  return reportingGap({ validUntil: until ?? addDays(today, validityDays), validityDays, reportBy, sent: until !== null })
}
