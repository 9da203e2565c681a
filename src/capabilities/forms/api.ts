import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import * as actions from './actions.ts'
import { formsContract } from './contract.ts'

const os = implement(formsContract).$context<RequestContext>()

export const formsApi = os.router({
  list: os.list.handler(({ context, input }) => actions.list(context, input.cohortId)),
  preview: os.preview.handler(({ context, input }) => actions.preview(context, input)),
  sample: os.sample.handler(({ context, input }) => actions.sample(context, input)),
  upload: os.upload.handler(({ context, input }) => actions.upload(context, input)),
  remove: os.remove.handler(({ context, input }) => actions.remove(context, input)),
})
