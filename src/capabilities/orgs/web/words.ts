import type { UnitProblem, UnitRefusal } from '../rules.ts'

export const unitRefusalWords: Record<UnitRefusal, string> = {
  'not-below-that': '这一类单位不能设在它下面，没有改动。请换上级单位或类别。',
  'name-taken': '同一上级下面已有这个名称，没有改动。请换一个名称。',
  'has-units-below': '下面还有单位，没有撤销。请先撤销或迁走下级单位。',
  'has-members': '还有党员在这个单位，没有撤销。请先把党员调到别的支部。',
  'already-dissolved': '这个单位刚才已被撤销，没有再改动。请刷新后再看。',
}

export const unitProblemWords: Record<UnitProblem, string> = {
  'missing-name': '没有写组织名称',
  'unknown-kind': '类别不认识，请写党委、分党委、党总支、直属党支部或党支部',
  'unknown-parent': '表里和系统里都没有这个上级组织',
  'not-below-that': '这一类单位不能设在这个上级下面',
  duplicate: '同名的单位在表里出现了两次',
  'second-root': '学校党委只能有一个',
}
