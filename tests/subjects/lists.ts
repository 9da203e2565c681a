import { workbookOf } from '../university/sheets.ts'
import type { Rows } from './row.ts'
import { listRows } from './wizard.ts'
import type { Subject } from './world.ts'

let brought = 0
const staff = ({ place }: Subject) =>
  workbookOf('账号', ['姓名', '登录名', '单位', '岗位'], ['某某', `staff-${++brought}`, place.unit.name, '支部负责老师'])

/** Brought by the school's own administrator, whoever asks. */
async function staffImport(subject: Subject): Promise<string> {
  const { staff: wizard } = (await subject.place.clientOf('sys-admin')).lists
  const { id, version } = await wizard.upload({ file: await staff(subject) })
  await wizard.commit({ id, version })
  return id
}

export const listsRows: Rows<'lists'> = {
  ...listRows(
    'lists.units',
    ({ place }) => workbookOf('单位', ['上级组织', '组织名称', '类别'], [place.above.name, `新设第${++brought}党支部`, '党支部']),
    { reach: 'school', stays: 'A unit that stands is dissolved where units are kept, for others may hang below it by now.' },
  ),
  ...listRows('lists.staff', staff, {
    reach: 'school',
    stays: 'Whom it brought may have signed in; a post is ended where accounts are kept.',
  }),
  'lists.staff.firstPasswords': { subject: 'one', reach: 'school', asks: [async subject => ({ id: await staffImport(subject) })] },
}
