/** When somebody joined and was confirmed, and as what they are listed. */
import { ageOn, type Day } from '../../../kernel/day.ts'
import type { Ledger, TableRow } from '../../imports/rules.ts'
import type { ReadMembership } from './party-fields.ts'

/** Party constitution, article 1. */
const JOINING_AGE = 18

export const checkJoined = ({ values }: TableRow, bornOn: Day | null, today: Day, { sound, say }: Ledger): void => {
  if (!sound('joinedOn')) return
  const joinedOn = values.joinedOn as Day
  if (joinedOn > today) say('joinedOn', { kind: 'in-future', severity: 'error', text: '“入党时间”在今天之后，请核对年份。' })
  else if (bornOn && ageOn(bornOn, joinedOn) < JOINING_AGE) {
    say('joinedOn', {
      kind: 'joined-under-18',
      severity: 'error',
      overridable: true,
      text: '按出生日期推算，入党时未满 18 周岁。请核对入党时间和出生日期；确属特殊情况的，可说明理由后保留。',
    })
  }
}

export const checkConfirmed = ({ values }: TableRow, today: Day, { sound, say }: Ledger): void => {
  if (!sound('confirmedOn')) return
  const confirmedOn = values.confirmedOn as Day
  const membership = values.membership as ReadMembership | null
  if (sound('joinedOn') && confirmedOn < (values.joinedOn as Day))
    say('confirmedOn', { kind: 'confirmed-before-joined', severity: 'error', text: '“转正时间”早于入党时间，请核对两个日期。' })
  else if (membership?.code === 'full' && confirmedOn > today)
    say('confirmedOn', { kind: 'in-future', severity: 'error', text: '“转正时间”在今天之后，却列为正式党员。请核对转正时间或党员类别。' })
}

export const checkMembership = ({ values, wrong }: TableRow, { sound, say }: Ledger): void => {
  if (!sound('membership') || sound('confirmedOn') || wrong.has('confirmedOn')) return
  const { code, loose } = values.membership as ReadMembership
  if (code !== 'full') return
  if (loose)
    say('membership', {
      kind: 'membership-to-confirm',
      severity: 'warning',
      text: '写的是“中共党员”，又没有转正时间，按“正式”读取。请确认是正式还是预备，并补上转正时间。',
    })
  else say('membership', { kind: 'confirmation-missing', severity: 'warning', text: '列为正式党员，但没有转正时间，请补上。' })
}
