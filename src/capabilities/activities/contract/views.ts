/** What activities, their lists and the overview of theme education look like. */
import { z } from 'zod'
import { Id, IsoDay, Version } from '../../../kernel/contract.ts'
import { activityStates, activitySteps, attendanceStates, signingWays } from '../rules.ts'
import { recordFields } from './records.ts'

const count = z.number().int()

export const ActivityRow = z
  .object({
    id: Id,
    kind: z.string(),
    kindName: z.string(),
    title: z.string(),
    onDay: IsoDay,
    begins: z.string(),
    ends: z.string().nullable(),
    place: z.string(),
    state: z.enum(activityStates),
    heldBy: z.string(),
    holder: z.boolean().describe('由读者的单位或其下级举办'),
    invited: count.describe('读者范围内应到的人数'),
    there: count.describe('到会、迟到和补课'),
    closed: count.describe('读者范围内已结束登记的支部'),
    branches: count.describe('读者范围内应到会的支部'),
  })
  .meta({ id: 'ActivityRow' })
export type ActivityRow = z.infer<typeof ActivityRow>

export const ActivityView = ActivityRow.extend({
  cohortId: Id,
  link: z.string(),
  host: z.string(),
  speaker: z.string(),
  recorder: z.string(),
  about: z.string(),
  ...recordFields,
  audience: z.array(z.object({ unitId: Id, name: z.string() })),
  items: z.array(z.string()).describe('计入五个一的哪几项'),
  cancelReason: z.string().nullable(),
  version: Version,
  may: z.array(z.enum(activitySteps)),
  lists: z
    .array(
      z.object({
        unitId: Id,
        name: z.string(),
        invited: count,
        there: count,
        closed: z.object({ at: z.iso.datetime(), by: z.string(), counted: count }).nullable(),
        mayClose: z.boolean(),
      }),
    )
    .describe('每个支部的签到表'),
}).meta({ id: 'Activity' })
export type ActivityView = z.infer<typeof ActivityView>

export const AttendanceRow = z
  .object({
    graduateId: Id,
    name: z.string(),
    studentNumber: z.string(),
    unitId: Id,
    branchName: z.string(),
    own: z.boolean(),
    attendance: z
      .object({
        state: z.enum(attendanceStates),
        how: z.enum(signingWays),
        reason: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'AttendanceRow' })
export type AttendanceRow = z.infer<typeof AttendanceRow>

export const OwnActivity = z
  .object({
    id: Id,
    kindName: z.string(),
    title: z.string(),
    onDay: IsoDay,
    begins: z.string(),
    ends: z.string().nullable(),
    place: z.string(),
    link: z.string(),
    heldBy: z.string(),
    about: z.string(),
    state: z.enum(activityStates),
    items: z.array(z.string()),
    attendance: z.enum(attendanceStates).nullable(),
    closed: z.boolean().describe('支部已结束登记，计入五个一'),
    maySignIn: z.boolean(),
    maySignUp: z.boolean(),
  })
  .meta({ id: 'OwnActivity' })
export type OwnActivity = z.infer<typeof OwnActivity>

export const SignInCode = z.object({
  scan: z.string().describe('二维码里的网址'),
  drawing: z.string().describe('二维码（SVG）'),
  digits: z.string(),
  scanLeftMs: count,
  digitsLeftMs: count,
})
export type SignInCode = z.infer<typeof SignInCode>

export const ThemeOverview = z
  .object({
    kinds: z.array(z.object({ key: z.string(), name: z.string(), lacking: count.describe('多少支部未开展') })),
    counts: z.object({ all: count, missing: count }),
    rows: z.array(
      z.object({
        unitId: Id,
        name: z.string(),
        people: count,
        above: z.object({ unitId: Id, name: z.string() }).nullable(),
        forms: z.array(
          z.object({
            kind: z.string(),
            times: count,
            lastOn: IsoDay.nullable(),
            percent: count.nullable().describe('到会率：已结束登记的签到表里，到会的占应到的'),
          }),
        ),
        missing: count.describe('几种形式未开展'),
      }),
    ),
  })
  .meta({ id: 'ThemeOverview' })
export type ThemeOverview = z.infer<typeof ThemeOverview>
