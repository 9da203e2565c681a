import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import { today } from './actions.ts'
import { insightsContract } from './contract.ts'
import { timeline } from './timeline.ts'

const os = implement(insightsContract).$context<RequestContext>()

export const insightsApi = os.router({
  today: os.today.handler(({ context, input }) => today(context, input.cohortId)),
  timeline: os.timeline.handler(({ context, input }) => timeline(context, input.graduateId)),
})
