import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Clause } from '../../../ui/Clause.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { clauses } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { paperOpenIn, type State } from '../rules.ts'
import { transfersApi } from './client.ts'
import { stepProblem } from './step-problem.ts'
import { paperWords } from './step-words.ts'
import './desk.css'

/** The contract asks for a reason of some length. */
const SHORTEST_REASON = 4

type Exceptional = { view: CaseView; exception: boolean; onClose: () => void }

const ExceptionDialog = ({ view, exception, onClose }: Exceptional) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const [reason, setReason] = useState(view.paper.exception ?? '')
  const readAnew = () => queries.invalidateQueries({ queryKey: transfersApi.key() })
  const decide = useMutation({
    mutationFn: () =>
      transfersApi.feedback.decidePaper.call(
        { id: view.id ?? '', version: view.version, exception: exception ? reason.trim() : null },
        { context: { idempotencyKey: once.key() } },
      ),
    onSuccess: async () => {
      await readAnew()
      onClose()
    },
    onError: () => {
      once.renew()
      void readAnew()
    },
  })
  const title = exception ? '例外开具纸质介绍信' : '撤销例外'
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={decide.isPending}
            disabled={exception && reason.trim().length < SHORTEST_REASON}
            onClick={() => decide.mutate()}
          >
            {title}
          </Button>
        </>
      }
    >
      {exception ? (
        <FormRow label="例外的理由" hint="至少 4 个字，记入经过">
          {({ status: _, ...field }) => (
            <Input.TextArea {...field} rows={3} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
          )}
        </FormRow>
      ) : (
        <p>撤销后按规则决定是否开信。原来的理由仍留在经过里。</p>
      )}
      {decide.error && (
        <p className="form-error" role="alert">
          {stepProblem(decide.error)}
        </p>
      )}
    </Dialog>
  )
}

/** What the rules propose about a paper letter, why, and the office's own word on it. */
export const PaperSection = ({ view }: { view: CaseView }) => {
  const { can } = useSession()
  const [asking, setAsking] = useState<'grant' | 'withdraw'>()
  const { outcome, reason, clause, exception } = view.paper
  const open = view.id !== null && paperOpenIn.includes(view.state as State)
  const mayDecide = can('transfers:feedback') && open && !view.own
  return (
    <Section title="纸质介绍信">
      <div className="paper-box">
        <p>
          <Mark tone={outcome === 'paper' ? 'blue' : 'grey'} glyph={outcome === 'paper' ? 'check' : 'dash'}>
            {outcome === 'paper' ? '符合开具条件，由组织部审定' : '不需要开具'}
          </Mark>
        </p>
        <p className="second">
          {paperWords[reason]}。 <Clause id={clause} text={clauses[clause]} />
        </p>
        {exception && <p className="second">例外理由：{exception}</p>}
        {mayDecide && (
          <div className="paper-actions">
            {exception && <Button onClick={() => setAsking('withdraw')}>撤销例外</Button>}
            {(exception || outcome === 'none') && (
              <Button onClick={() => setAsking('grant')}>{exception ? '改例外理由' : '例外开具'}</Button>
            )}
          </div>
        )}
      </div>
      {asking && <ExceptionDialog view={view} exception={asking === 'grant'} onClose={() => setAsking(undefined)} />}
    </Section>
  )
}
