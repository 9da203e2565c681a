/** Certificates as one PDF, a page a member. */
import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import { dayInWords } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import { type Asked, askedPeople } from './nudging.ts'
import { CERTIFICATES_AT_ONCE, type CertificateRefusal, certificateName, certificateOf } from './rules.ts'
import * as store from './store.ts'

const source = readFileSync(new URL('./certificate.typ', import.meta.url), 'utf8')
const refused = (reason: CertificateRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

/** Of those chosen, each has all or none gets one; of a filter, those who have all. */
async function certified(context: RequestContext, asked: Asked) {
  const { trx, scope, record } = context
  const plan = await planOf(trx, scope, asked.cohortId)
  const people = await askedPeople(context, plan, asked.graduateIds ? asked : { ...asked, standing: 'complete' })
  if (people.length === 0) throw refused('nobody')
  if (people.length > CERTIFICATES_AT_ONCE) throw refused('too-many')
  const ids = people.map(({ id }) => id)
  const confirmed = Map.groupBy(await store.validOf(trx, scope, ids), ({ graduateId }) => graduateId)
  const each = people.map(person => ({ person, decision: certificateOf(plan.items, confirmed.get(person.id) ?? []) }))
  const lacking = each.filter(({ decision }) => !decision.allowed).map(({ person }) => person.name)
  if (lacking.length > 0) throw refused('incomplete', lacking.join('、'))
  for (const { id, path } of people) record({ kind: 'item-certificate', id, path, after: { graduateId: id } })
  return {
    school: (await school(trx, scope.school)).name,
    people: each.map(({ person: { name, studentNumber, branchName }, decision }) => ({
      name,
      number: studentNumber,
      branch: branchName,
      lines: decision.allowed ? decision.value : [],
    })),
  }
}

export async function certificates(context: RequestContext, asked: Asked): Promise<File> {
  const found = await context.within(inside => certified(inside, asked))
  const data = { ...found, title: certificateName, on: dayInWords(context.today) }
  const pdf = await context.typesetting.typeset(source, data)
  const whose = found.people.length === 1 ? found.people[0]!.name : `${found.people.length} 人`
  return new File([pdf as Uint8Array<ArrayBuffer>], `五个一完成证明 ${whose} ${context.today}.pdf`, { type: 'application/pdf' })
}
