/** Who may do what: roles of the mission, the reach each has over member data, and the permissions of each. */
import type { Day } from '../../kernel/day.ts'

export const roles = [
  'committee-office',
  'publicity-office',
  'general-branch',
  'direct-branch',
  'branch-teacher',
  'branch-secretary',
  'counselor',
  'graduate',
  'junior',
  'system-admin',
  'security-admin',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  'committee-office': '党委组织部',
  'publicity-office': '党委宣传部',
  'general-branch': '党总支',
  'direct-branch': '直属党支部',
  'branch-teacher': '支部负责老师',
  'branch-secretary': '支部学生书记',
  counselor: '辅导员',
  graduate: '毕业生党员',
  junior: '低年级党员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  auditor: '审计员',
}

export type Reach = 'unit' | 'own' | 'news' | 'none'

/** Over member data: a unit's subtree, one's own, news drafts, or nothing. */
export const reachOf: Record<Role, Reach> = {
  'committee-office': 'unit',
  'publicity-office': 'news',
  'general-branch': 'unit',
  'direct-branch': 'unit',
  'branch-teacher': 'unit',
  'branch-secretary': 'unit',
  counselor: 'unit',
  graduate: 'own',
  junior: 'own',
  'system-admin': 'none',
  'security-admin': 'none',
  auditor: 'none',
}

export const permissions = [
  'session:read',
  'orgs:read',
  'orgs:edit',
  'accounts:read',
  'accounts:edit',
  'audit:read',
  'inbox:read',
  'plans:read',
  'plans:edit',
  'forms:edit',
  'notices:read',
  'notices:issue',
  'notices:forward',
  'notices:follow',
  'notices:acknowledge',
  'notices:report',
  'roster:read',
  'roster:import',
  'roster:edit',
  'roster:reveal',
  'roster:own',
  'activities:hold',
  'education:read',
  'education:confirm',
  'education:own',
  'transfers:read',
  'transfers:fill',
  'transfers:check',
  'transfers:feedback',
  'transfers:handle',
  'transfers:own',
  'letters:read',
  'letters:issue',
  'addressees:read',
  'addressees:edit',
  'dossiers:read',
  'dossiers:edit',
  'dossiers:hand-over',
  'news:read',
  'news:write',
  'news:pass',
  'news:review',
  'submissions:read',
  'submissions:submit',
  'submissions:decide',
  'archive:read',
  'archive:add',
  'archive:make',
  'insights:read',
] as const
export type Permission = (typeof permissions)[number]

const everybody = ['session:read', 'orgs:read', 'inbox:read', 'plans:read'] as const
const readsUnits = [...everybody, 'notices:read', 'news:read', 'roster:read', 'education:read', 'transfers:read', 'insights:read'] as const
const branchWork = [
  ...readsUnits,
  'notices:acknowledge',
  'notices:report',
  'roster:import',
  'roster:edit',
  'roster:reveal',
  'activities:hold',
  'education:confirm',
  'transfers:fill',
  'transfers:check',
  'transfers:handle',
  'addressees:read',
  'letters:read',
  'dossiers:read',
  'dossiers:edit',
  'news:write',
  'submissions:read',
  'submissions:submit',
] as const

export const permissionsOf: Record<Role, readonly Permission[]> = {
  'committee-office': [
    ...readsUnits,
    'activities:hold',
    'plans:edit',
    'forms:edit',
    'notices:issue',
    'notices:follow',
    'roster:reveal',
    'transfers:feedback',
    'transfers:handle',
    'letters:read',
    'letters:issue',
    'addressees:read',
    'addressees:edit',
    'dossiers:read',
    'dossiers:hand-over',
    'submissions:read',
    'submissions:decide',
    'archive:read',
    'archive:add',
    'archive:make',
  ],
  'publicity-office': [...everybody, 'notices:read', 'news:read', 'news:review'],
  // Its branches hand in to it: it decides their hand-ins, and 组织部 its own.
  'general-branch': [
    ...branchWork,
    'notices:forward',
    'notices:follow',
    'news:pass',
    'addressees:edit',
    'dossiers:hand-over',
    'submissions:decide',
    'archive:read',
    'archive:add',
  ],
  'direct-branch': [...branchWork, 'addressees:edit', 'dossiers:hand-over', 'archive:read', 'archive:add'],
  'branch-teacher': [...branchWork],
  // Runs and records activities; sees masked data; verifies nobody.
  'branch-secretary': [
    ...everybody,
    'notices:read',
    'notices:report',
    'news:read',
    'news:write',
    'roster:read',
    'activities:hold',
    'education:read',
    'insights:read',
  ],
  counselor: [...readsUnits, 'dossiers:read'],
  graduate: [...everybody, 'roster:own', 'education:own', 'transfers:own', 'addressees:read'],
  junior: [...everybody],
  'system-admin': [...everybody, 'orgs:edit', 'accounts:read', 'accounts:edit'],
  'security-admin': [...everybody, 'accounts:read'],
  auditor: [...everybody, 'audit:read'],
}

/** Whether ID numbers and phones may ever be shown in full to this role. */
export const seesInFull = (role: Role) => permissionsOf[role].includes('roster:reveal')

/** A post counts from its first to its last day, both included. */
export const postHolds = (post: { startsOn: Day | null; endsOn: Day | null }, today: Day) =>
  (!post.startsOn || post.startsOn <= today) && (!post.endsOn || today <= post.endsOn)
