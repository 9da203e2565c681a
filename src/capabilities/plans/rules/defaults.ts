/** What a plan that was written before leaves unsaid. */
import type { DestinationCode, DestinationPaper } from './codes.ts'
import type { Escalation } from './schema.ts'

export const usualEscalation: Escalation = { secondaryAfterDays: 3, committeeAfterDays: 7 }

export const usualPapers: Record<DestinationCode, readonly DestinationPaper[]> = {
  D01: ['contract'],
  D02: ['contract'],
  D03: ['acceptance-letter'],
  D04: ['acceptance-letter'],
  D05: ['acceptance-letter', 'written-application'],
  D06: [],
  D07: ['enlistment-notice'],
  D08: ['project-document'],
  D09: ['written-application'],
  D10: ['written-application'],
  D11: [],
  D12: [],
}

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

const withPapers = (policy: Group): Group =>
  Object.fromEntries(
    Object.entries(policy).map(([code, rule]) => [
      code,
      isGroup(rule) && code in usualPapers ? { papers: usualPapers[code as DestinationCode], ...rule } : rule,
    ]),
  )

/** The plan as it is read today: what it says stays, what it could not yet say is as usual. */
export const withDefaults = (plan: unknown): unknown => {
  if (!isGroup(plan)) return plan
  const { destinationPolicy } = plan
  return { escalation: usualEscalation, ...plan, ...(isGroup(destinationPolicy) && { destinationPolicy: withPapers(destinationPolicy) }) }
}
