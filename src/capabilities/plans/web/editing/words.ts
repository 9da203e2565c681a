import type { PlanRefusal } from '../../contract.ts'

export const planRefusalWords: Record<PlanRefusal, string> = {
  'nothing-changed': '和现行方案一样，没有要保存的。',
  'other-year': '方案的年份不能改。要办下一年的，请用“沿用到下一年”。',
  'year-exists': '这一届已经开设了，请在右上角切换到那一届。',
  'year-not-later': '只能往后开设。往届没有办完的，请用“往届未了”导入。',
}

export const conflictWords = '方案刚刚被别人改过，您的修改还留在本机。请看一看新版本，再决定是否照旧保存。'
