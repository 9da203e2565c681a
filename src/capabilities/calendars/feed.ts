/** A calendar as RFC 5545 has it. */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { addDays, OFFICE_ZONE } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type CalledTo, calledTo } from '../activities/index.ts'
import { cohorts, planOf } from '../plans/index.ts'
import { type DueDay, dueDays } from './rules.ts'

/** How far back a calendar reaches. */
const DAYS_BACK = 90
/** A calendar program asks again after so long. */
const HOURS = 3_600

type Calendar = ReturnType<typeof ical>

const instant = (on: string, at: string): Date => new Date(Temporal.ZonedDateTime.from(`${on}T${at}[${OFFICE_ZONE}]`).epochMilliseconds)

function putActivity(calendar: Calendar, url: string, one: CalledTo): void {
  const lines = [one.kindName, one.about, one.link].filter(line => line !== '')
  calendar.createEvent({
    id: `activity-${one.id}`,
    start: instant(one.onDay, one.begins),
    ...(one.ends && { end: instant(one.onDay, one.ends) }),
    summary: one.state === 'cancelled' ? `（已取消）${one.title}` : one.title,
    description: lines.join('\n'),
    location: one.place || null,
    url: new URL(one.own ? '/me/activities' : `/activities/${one.id}`, url).href,
    status: one.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    sequence: one.version,
  })
}

const putDueDay = (calendar: Calendar, { key, name, note, on }: DueDay) =>
  calendar.createEvent({
    id: `due-${key}`,
    start: new Date(`${on}T00:00:00Z`),
    end: new Date(`${addDays(on, 1)}T00:00:00Z`),
    allDay: true,
    summary: name,
    description: note,
    transparency: ICalEventTransparency.TRANSPARENT,
  })

/** Of whoever's context it is: what the account may see, as it stands today. */
export async function calendarOf(context: RequestContext): Promise<File> {
  const { trx, scope, actor, today, url } = context
  const [cohort] = await cohorts(trx, scope)
  const calendar = ical({
    name: `启程 ${actor.unitName}`,
    prodId: { company: 'qicheng', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS,
  })
  if (cohort) {
    const since = addDays(today, -DAYS_BACK)
    for (const one of await calledTo(context, cohort.id, since)) putActivity(calendar, url, one)
    const plan = await planOf(trx, scope, cohort.id)
    for (const due of dueDays(plan, actor.role, actor.unitId)) if (due.on >= since) putDueDay(calendar, due)
  }
  return new File([calendar.toString()], 'qicheng.ics', { type: 'text/calendar; charset=utf-8' })
}
