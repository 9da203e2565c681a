import { implement } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import * as actions from './actions.ts'
import type { ImportContract, ListContract } from './contract.ts'
import type { ImportKind } from './kind.ts'
import { emptyForm } from './list-form.ts'
import type { ListKind } from './list-spec.ts'
import { deskFor } from './reading.ts'
import { begun, telling } from './telling.ts'
import { undo } from './undo.ts'

/** The wizard of one kind of list. */
export function importApi(contract: ImportContract, kind: ImportKind) {
  const os = implement(contract).$context<RequestContext>()
  const desk = deskFor(kind)
  return os.router({
    upload: os.upload.handler(({ context, input }) => actions.upload(desk, context, input)),
    preview: os.preview.handler(({ context, input }) => actions.preview(desk, context, input)),
    mend: os.mend.handler(({ context, input }) => actions.mend(desk, context, input)),
    commit: os.commit.handler(({ context, input }) => actions.commit(desk, context, input)),
    commitTold: os.commitTold.handler(({ context, input }) => begun(telling(progress => actions.commit(desk, context, input, progress)))),
    marked: os.marked.handler(({ context, input }) => actions.marked(desk, context, input.id)),
    cancel: os.cancel.handler(({ context, input }) => actions.cancel(desk, context, input)),
    undo: os.undo.handler(({ context, input }) => undo(desk, context, input)),
    list: os.list.handler(({ context, input }) => actions.list(desk, context, input)),
  })
}

/** The same for a list made by `listKind`, with its empty form. */
export function listApi(contract: ListContract, kind: ListKind) {
  const os = implement(contract).$context<RequestContext>()
  return os.router({ ...importApi(contract, kind), form: os.form.handler(() => emptyForm(kind)) })
}
