import type { UnitRefusal } from '../rules.ts'

export const unitRefusalWords: Record<UnitRefusal, string> = {
  'not-below-that': '这一类单位不能设在它下面，没有改动。请换上级单位或类别。',
  'name-taken': '同一上级下面已有这个名称，没有改动。请换一个名称。',
  'has-units-below': '下面还有单位，没有撤销。请先撤销或迁走下级单位。',
  'has-members': '还有党员在这个单位，没有撤销。请先把党员调到别的支部。',
  'already-dissolved': '这个单位刚才已被撤销，没有再改动。请刷新后再看。',
}
