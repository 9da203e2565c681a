/** Changes of legal weight: they rest on a paper, and the record names it. */
import type { Change } from './compare.ts'

/** 预备 → 正式, 延长预备期, 取消资格, 停止党籍 and every way between: a branch decides, a higher unit approves, both in writing. */
export const isWeighty = ({ field, before }: Pick<Change, 'field' | 'before'>): boolean => field === 'membership' && before !== null

export const basisHint = '如：外国语学院党总支批复〔2023〕12 号，或支部大会决议（2023 年 5 月 20 日）'
