/** Corrections, kept as they are typed. */
import type { Draft } from '../../../../ui/QuestionForm.tsx'
import { useKeeping } from '../../../../ui/useKeeping.ts'
import type { OwnDataView } from '../../contract/own-data.ts'
import { rosterApi } from '../client.ts'
import type { Edits } from './own.ts'

export type Typed = { changes: Edits; reason: string }

export type OwnDraft = Typed & {
  draft: Draft
  problem: string | null
  /** Text of a field; undefined leaves the field as it is held. */
  edit: (field: string, text: string | undefined) => void
  explain: (reason: string) => void
  /** What was typed has been handed in: nothing is left to keep. */
  done: () => void
}

const begun = ({ draft }: OwnDataView): Typed => ({ changes: draft?.changes ?? {}, reason: draft?.reason ?? '' })

export const useOwnDraft = (view: OwnDataView): OwnDraft => {
  const { typed, latest, take, settle, draft, problem } = useKeeping<Typed>(
    () => begun(view),
    ({ changes, reason }) => rosterApi.own.keep.call({ changes, reason }),
  )
  return {
    ...typed,
    draft,
    problem: problem?.code ?? null,
    edit: (field, text) => {
      const { [field]: _, ...others } = latest().changes
      take({ ...latest(), changes: text === undefined ? others : { ...others, [field]: text } })
    },
    explain: reason => take({ ...latest(), reason }),
    done: () => settle({ changes: {}, reason: '' }),
  }
}
