/** 延期毕业: what 附件3 asks of somebody who studies on. */
import type { Day } from '../../../kernel/day.ts'
import type { Ledger } from '../../imports/rules.ts'
import { decideOutcome, type OutcomeFacts, type OutcomeRefusal } from '../../roster/rules.ts'
import type { Cells } from './entry.ts'
import type { CarryFacts } from './facts.ts'
import type { CarryField } from './fields.ts'
import { error } from './needs.ts'

type Said = { field: CarryField; text: string }

/** What else the outcome of study can be refused for is told of the cell, or can't happen here. */
const words: Partial<Record<OutcomeRefusal, Said>> = {
  'document-day-in-future': { field: 'documentOn', text: '“批准日期”在今天之后。请核对日期。' },
  'expected-day-past': {
    field: 'expectedOn',
    text: '“预计毕业时间”已经过了。仍在校的请写新的预计时间；已经离校的不再是延期毕业，请改未了事项或跳过这一行。',
  },
}

/** Null while something is lacking. */
export function checkDelayed({ text, of }: Cells, { today }: CarryFacts, { say }: Ledger): OutcomeFacts | null {
  const [reason, expectedOn, placedBranch] = [text('reason'), of<Day>('expectedOn'), text('placedBranch')]
  const [contactName, contactPhone, document, documentOn] = [
    text('keeperName'),
    text('keeperPhone'),
    text('document'),
    of<Day>('documentOn'),
  ]
  if (!reason || !expectedOn || !placedBranch || !contactName || !contactPhone) return null
  const facts: OutcomeFacts = {
    reason,
    expectedOn,
    placedBranch,
    contactName,
    contactPhone,
    atSchool: true,
    handling: `编入${placedBranch}`,
    ...(document && { document }),
    ...(documentOn && { documentOn }),
  }
  const decision = decideOutcome({ reduction: null }, 'delayed', facts, { today, branches: [placedBranch] })
  const said = decision.allowed ? undefined : words[decision.reason]
  if (!decision.allowed && said) say(said.field, error(decision.reason, said.text))
  return facts
}
