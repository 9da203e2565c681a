/** Whose form it is: the unit's name in full, and who signs for it. */
import type { UnitKind } from '../../orgs/rules.ts'

export type FormUnit = { name: string; kind: UnitKind }

/** From the root down: 岭南示范大学外国语学院党总支英语第一党支部. The committee has a name of its own. */
export const fullName = (school: string, chain: readonly FormUnit[]): string => {
  const below = chain.filter(({ kind }) => kind !== 'committee')
  return below.length === 0 ? (chain[0]?.name ?? school) : school + below.map(({ name }) => name).join('')
}

const signer: Record<UnitKind, string> = {
  committee: '组织部负责人',
  'sub-committee': '党委书记',
  'general-branch': '党总支书记',
  'direct-branch': '党支部书记',
  branch: '党支部书记',
}

const SPACE = '　'.repeat(24)
export const signatures = (kind: UnitKind): string => `填表人：${SPACE}审核人：${SPACE}${signer[kind]}签字（盖章）：`
