import { type Role, roleNames } from '../src/capabilities/accounts/rules.ts'

/** One account a role in the demonstration; the password is the same for all and no secret. */
export const DEMO_PASSWORD = 'qicheng-2023'

type Demo = { login: string; name: string; role: Role; unit: string; does: string }

const COMMITTEE = '中共岭南示范大学委员会'

export const demoPeople: readonly Demo[] = [
  { login: 'zzb-chen', name: '陈明远', role: 'committee-office', unit: COMMITTEE, does: '反馈、开信、收报送' },
  { login: 'xcb-song', name: '宋怀瑾', role: 'publicity-office', unit: COMMITTEE, does: '收稿、编发' },
  { login: 'wy-lin', name: '林慧敏', role: 'general-branch', unit: '外国语学院党总支', does: '导名册、汇总、报送' },
  { login: 'yan-gao', name: '高若谷', role: 'direct-branch', unit: '研究生院直属党支部', does: '总支与支部的事都办' },
  { login: 'yy1-zhou', name: '周可欣', role: 'branch-teacher', unit: '英语第一党支部', does: '核去向、确认五个一' },
  { login: 'yy1-xu', name: '徐一帆', role: 'branch-secretary', unit: '英语第一党支部', does: '办活动、记台账' },
  { login: 'wy-tan', name: '谭思成', role: 'counselor', unit: '外国语学院党总支', does: '看进度、催一催' },
  { login: '2019020901', name: '欧阳静怡', role: 'graduate', unit: '英语第一党支部', does: '手机上两分钟填完' },
  { login: '2022020901', name: '叶向晨', role: 'junior', unit: '英语第一党支部', does: '提问、听分享' },
  { login: 'sys-admin', name: '方守一', role: 'system-admin', unit: COMMITTEE, does: '管单位、账号' },
  { login: 'sec-admin', name: '程慎行', role: 'security-admin', unit: COMMITTEE, does: '管权限、密钥' },
  { login: 'auditor', name: '纪明察', role: 'auditor', unit: COMMITTEE, does: '看审计日志' },
]

export const demoAccounts = () =>
  demoPeople.map(({ login, name, role, does }) => ({ login, password: DEMO_PASSWORD, name, role, roleName: roleNames[role], does }))
