/** The columns of 附件1, and the words that offices write for them. A star of the form is `required`. */
import { readCode, readMonth } from '../../imports/rules.ts'
import { readBranch } from './branches.ts'
import { atSchoolIndex } from './codes.ts'
import { contactFields } from './contact-fields.ts'
import { type RosterField, text } from './field.ts'
import { identityFields } from './identity-fields.ts'
import { partyFields } from './party-fields.ts'

/** 附件1, last part: dues, relation and branch. */
const standingFields: readonly RosterField[] = [
  {
    key: 'duesPaidTo',
    label: '党费交至',
    synonyms: ['党费缴至', '党费已交至', '党费缴纳至', '党费交纳至', '党费交至年月', '党费缴纳截止', '党费缴纳截止时间', '党费交到'],
    required: false,
    read: readMonth('党费交至'),
  },
  {
    key: 'relationAtSchool',
    label: '组织关系是否在校',
    synonyms: ['组织关系在校', '党组织关系是否在校', '组织关系是否在我校', '是否在校'],
    required: false,
    read: readCode(atSchoolIndex),
  },
  text('remark', '备注', ['备注说明', '说明', '其他说明'], false, 500),
  {
    key: 'branch',
    label: '党支部',
    synonyms: ['支部', '党支部名称', '所在支部', '支部名称', '所属支部', '现所在党支部'],
    required: true,
    read: readBranch,
  },
]

/** In the order of the form. */
export const rosterFields: readonly RosterField[] = [...identityFields, ...partyFields, ...contactFields, ...standingFields]
