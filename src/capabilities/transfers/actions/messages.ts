/** Whom a step concerns, and what they are told. */
import { accountsOfMembers, holdersAt, type RequestContext } from '../../accounts/index.ts'
import { tell } from '../../inbox/index.ts'
import type { Step } from '../rules.ts'
import type { Outcome } from './outcome.ts'

type Words = { title: string; body: (reason: string) => string }

const toMember: Partial<Record<Step, Words>> = {
  'branch-send-back': sentBack(),
  'secondary-send-back': sentBack(),
  'office-send-back': sentBack(),
  pass: { title: '组织部已通过你的组织关系转出', body: () => '下一步由学校办理，进展可在“我的”里随时查看。' },
  issue: { title: '介绍信已开好', body: () => '请按支部通知领取，并在有效期内到接收党组织报到。' },
  approve: { title: '你的重办申请已同意', body: () => '已另起一次，原来的信和记录作废。进展可在“我的”里随时查看。' },
  decline: { title: '你的重办申请没有同意', body: reason => `原因：${reason}。原来的照旧有效；有疑问请联系支部老师。` },
  recall: { title: '你的组织关系转出已收回重报', body: reason => `原因：${reason}。请核对去向后重新提交。` },
}

function sentBack(): Words {
  return { title: '你填写的去向被退回修改', body: reason => `原因：${reason}。已填的内容都还在，改好后再交即可。` }
}

const staffRole = { branch: 'branch-teacher', secondary: 'general-branch' } as const

/** Messages to members, one each; to staff, one a unit for the whole batch. */
export async function tellOf(context: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  await tellMembers(context, outcomes)
  await tellMenders(context, outcomes)
}

async function tellMembers({ trx, scope }: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const concerned = outcomes.filter(({ step, held }) => toMember[step] && (held.attempt.back_to ?? 'member') === 'member')
  const accounts = await accountsOfMembers(
    trx,
    scope.school,
    concerned.map(({ held }) => held.person.memberId),
  )
  const byWords = Map.groupBy(concerned, ({ step, event }) => `${step} ${event.reason ?? ''}`)
  for (const alike of byWords.values()) {
    const { step, event } = alike[0]!
    const words = toMember[step]!
    const members = new Set(alike.map(({ held }) => held.person.memberId))
    const to = accounts.filter(({ memberId }) => memberId && members.has(memberId)).map(({ id }) => id)
    const body = words.body((event.reason ?? '').replace(/[。.]$/, ''))
    await tell(trx, scope.school, to, { kind: 'transfer', title: words.title, body, link: '/me' })
  }
}

async function tellMenders({ trx, scope, today }: RequestContext, outcomes: readonly Outcome[]): Promise<void> {
  const returned = outcomes.flatMap(({ held: { person, attempt } }) =>
    attempt.back_to === 'branch' || attempt.back_to === 'secondary'
      ? [
          {
            name: person.name,
            role: staffRole[attempt.back_to],
            path: attempt.back_to === 'branch' ? person.path : (person.abovePath ?? person.path),
          },
        ]
      : [],
  )
  for (const [key, rows] of Map.groupBy(returned, ({ role, path }) => `${role} ${path}`)) {
    const [role, path] = key.split(' ') as [string, string]
    const to = await holdersAt(trx, scope.school, path, role, today)
    const body = `${rows[0]!.name}${rows.length > 1 ? `等 ${rows.length} 人` : ''}的转出登记被退回，原因见各人的接转经过。改好后再交即可。`
    await tell(trx, scope.school, to, { kind: 'transfer', title: '转出登记被退回修改', body, link: '/transfers?state=sent-back' })
  }
}
