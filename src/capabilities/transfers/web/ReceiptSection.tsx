import { Button, Input } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { type Scan, ScanList } from '../../../ui/Scans.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SCAN_ACCEPT } from '../../attachments/rules.ts'
import type { CallView, CaseView, PictureView } from '../contract.ts'
import { callOutcomeNames } from '../rules.ts'
import { CallDialog } from './CallDialog.tsx'
import { transfersApi } from './client.ts'
import { shortDay } from './days.ts'
import { callHindrance, dictionaryHref, pictureRefusalWords } from './receipt-words.ts'
import { useReceipts } from './receipts.ts'
import './receipts.css'

const SHORTEST = 4
const problemWords = (error: unknown) => wordsOf(problemOf(error), pictureRefusalWords)

const scanOf = ({ id, mime, size, addedName, addedAt, can }: PictureView, at: number): Scan => ({
  id,
  name: `盖章回执 ${at + 1}`,
  mime,
  size,
  by: `${addedName}　${shortDay(addedAt.slice(0, 10))}`,
  openable: can.includes('open'),
  removable: can.includes('remove'),
})

const Removal = ({ caseId, pictureId, onClose }: { caseId: string; pictureId: string; onClose: () => void }) => {
  const { remove } = useReceipts(caseId)
  const [reason, setReason] = useState('拍得不清楚，请重拍')
  return (
    <Dialog
      title="撤下回执照片"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={reason.trim().length < SHORTEST}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: pictureId, reason: reason.trim() }, { onSuccess: onClose })}
          >
            撤下
          </Button>
        </>
      }
    >
      <FormRow
        label="理由"
        hint={`至少 ${SHORTEST} 个字。别人附的，附的人会收到；照片删去不留，经过里仍可查到`}
        error={remove.error ? problemWords(remove.error) : null}
      >
        {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}

const Pictures = ({ view, caseId }: { view: CaseView; caseId: string }) => {
  const { pictures, mayAdd } = view.receipt
  const { add } = useReceipts(caseId)
  const [removing, setRemoving] = useState<string>()
  return (
    <div className="receipt-part">
      <h3>照片</h3>
      {pictures.length === 0 && <p className="second">还没有附盖章回执的照片。</p>}
      {pictures.length > 0 && (
        <ScanList
          label="盖章回执的照片"
          scans={pictures.map(scanOf)}
          openTitle="每次打开记入日志"
          problemWords={problemWords}
          onOpen={id => transfersApi.pictures.open.call({ id }) as Promise<File>}
          onRemove={setRemoving}
        />
      )}
      {mayAdd && (
        <FileDrop
          label={add.isPending ? '正在上传' : '附盖章回执的照片'}
          hint="拍照或选 PDF，8 MB 以内；附上后由组织部核"
          accept={SCAN_ACCEPT}
          disabled={add.isPending}
          onFiles={([file]) => file && add.mutate(file)}
        />
      )}
      {add.error && (
        <p className="form-error" role="alert">
          {problemWords(add.error)}
        </p>
      )}
      {removing && <Removal caseId={caseId} pictureId={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  )
}

const CallLine = ({ call }: { call: CallView }) => (
  <li>
    {shortDay(call.on)}　{callOutcomeNames[call.outcome]}
    {call.answeredBy && `，${call.answeredBy}`}
    {call.outcome === 'received' && (
      <Mark tone={call.proves ? 'green' : 'ochre'} glyph={call.proves ? 'check' : 'q3'}>
        {call.proves ? '可作凭据' : '不作凭据'}
      </Mark>
    )}
    <p className="second">
      {call.phone}　{call.actorName}
      {call.said && `　${call.said}`}
    </p>
  </li>
)

const Calls = ({ view, caseId }: { view: CaseView; caseId: string }) => {
  const { calls, receiver, mayCall } = view.receipt
  const [calling, setCalling] = useState(false)
  const living = view.attempts.find(each => each.living)
  const hindrance = mayCall === 'yes' ? undefined : callHindrance[mayCall]
  return (
    <div className="receipt-part">
      <h3>回拨</h3>
      <p className="receipt-number">
        {receiver?.phone && <span>抬头库电话 {receiver.phone}</span>}
        {hindrance && (
          <span className="second">
            {hindrance}，<Anchor href={dictionaryHref(receiver, living?.addressee ?? null)}>去补全</Anchor>
          </span>
        )}
        {mayCall === 'yes' && <Button onClick={() => setCalling(true)}>记一次回拨</Button>}
      </p>
      {calls.length > 0 && (
        <ul className="receipt-calls">
          {calls.map(call => (
            <CallLine key={call.id} call={call} />
          ))}
        </ul>
      )}
      {calling && (
        <CallDialog
          id={caseId}
          name={view.person.name}
          letterNumber={living?.letterNumber ?? null}
          addressee={living?.addressee ?? null}
          receiver={receiver}
          onClose={() => setCalling(false)}
        />
      )}
    </div>
  )
}

/** What came back of this attempt, and what was asked: nothing to show before it is out. */
export const ReceiptSection = ({ view }: { view: CaseView }) => {
  const { id, receipt, state } = view
  const awaits = state === 'in-transit' || state === 'answered' || state === 'expired'
  if (!id || (!awaits && !receipt.mayAdd && receipt.pictures.length === 0 && receipt.calls.length === 0)) return null
  const waits = awaits && receipt.pictures.length > 0
  return (
    <Section
      title="回执"
      extra={
        waits && (
          <Mark tone="ochre" glyph="q3">
            照片待组织部核
          </Mark>
        )
      }
    >
      {(receipt.mayAdd || receipt.pictures.length > 0) && <Pictures view={view} caseId={id} />}
      {(awaits || receipt.calls.length > 0) && <Calls view={view} caseId={id} />}
    </Section>
  )
}
