/** Who there is from the first day, and how the door answers. */
import { roleNames } from '../../capabilities/accounts/rules.ts'

/** The three administrators, and the office that runs the season; none of them is any of the others. */
export const founders = ['system-admin', 'security-admin', 'auditor', 'committee-office'] as const
export type Founder = (typeof founders)[number]

export const usualLogins: Record<Founder, string> = {
  'system-admin': 'sys-admin',
  'security-admin': 'sec-admin',
  auditor: 'auditor',
  'committee-office': 'zzb',
}

export const founderWords: Record<Founder, string> = {
  'system-admin': `${roleNames['system-admin']}：建单位、发账号`,
  'security-admin': `${roleNames['security-admin']}：管权限和密钥`,
  auditor: `${roleNames.auditor}：看日志`,
  'committee-office': `${roleNames['committee-office']}：办全校的业务`,
}

/** Shown once; each is changed at the first sign-in. */
export type FirstAccount = { role: Founder; name: string; login: string; password: string }

export const setupRefusals = ['closed', 'wrong-token', 'locked', 'busy'] as const
export type SetupRefusal = (typeof setupRefusals)[number]
export type Problem = { path: string; message: string }
export type SetupAnswer = { founded: FirstAccount[] } | { refused: SetupRefusal } | { problems: Problem[] }

const LAST_SUMMER_MONTH = 8

/** Whoever sets up in autumn prepares the next summer. */
export const summerAfter = (today: string): number => Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) > LAST_SUMMER_MONTH ? 1 : 0)
