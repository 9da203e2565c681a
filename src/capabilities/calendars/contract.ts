import { z } from 'zod'
import { IsoDay, procedure } from '../../kernel/contract.ts'
import { FEED_CODE } from './rules.ts'

const tags = ['calendars']

export const Feed = z
  .object({
    madeAt: z.iso.datetime(),
    readOn: IsoDay.nullable().describe('日历程序最近一次读取的日期'),
  })
  .meta({ id: 'CalendarFeed' })
export type Feed = z.infer<typeof Feed>

export const calendarsContract = {
  mine: procedure({ permission: 'session:read' })
    .route({ method: 'GET', path: '/calendar', tags, summary: '本人的日历订阅' })
    .output(Feed.nullable()),

  subscribe: procedure({ permission: 'session:read', audit: 'calendar.subscribed' })
    .route({ method: 'POST', path: '/calendar', tags, summary: '生成日历订阅地址；原来的地址随即失效。地址只在这时给出一次' })
    .output(Feed.extend({ address: z.url() })),

  end: procedure({ permission: 'session:read', audit: 'calendar.ended' })
    .route({ method: 'DELETE', path: '/calendar', tags, summary: '停止订阅，地址失效' })
    .output(z.object({ ended: z.literal(true) })),

  read: procedure({ permission: 'public' })
    .route({ method: 'GET', path: '/calendars/{code}', tags, summary: '日历程序按订阅地址读取（iCalendar）：教育活动和截止日期' })
    .input(z.object({ code: z.string().regex(FEED_CODE) }))
    .output(z.file()),
}
