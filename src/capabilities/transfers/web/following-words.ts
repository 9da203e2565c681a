/** What the screens say of who follows a case up. */
import type { CaseView } from '../contract.ts'
import { type EscalationLevel, escalationNames } from '../rules.ts'
import { dayOfYear } from './days.ts'

/** 已升级至总支 · 6 月 20 日 */
export const escalationWords = ({ level, from }: { level: EscalationLevel; from: string }): string =>
  `已升级至${escalationNames[level]} · ${dayOfYear(from)}`

type Keeper = NonNullable<CaseView['keeper']>

/** 外国语学院党总支梁老师 */
export const keeperWords = ({ unitName, name }: Keeper): string => `${unitName}${name ?? ''}`
