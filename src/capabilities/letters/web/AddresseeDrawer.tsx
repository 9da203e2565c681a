import { Button, Drawer } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { AddresseeView } from '../contract.ts'
import { AddresseeFields, type Draft, draftOf, faultsOf } from './AddresseeFields.tsx'
import { useAddresseeWrites } from './useAddresseeWrites.ts'
import { saveRefusalWords } from './words.ts'

type VerifiedProps = { addressee: AddresseeView; busy: boolean; onVerify: () => void }

const Verified = ({
  addressee: { verifiedOn, phoneDoubtedOn, used, accepted, acceptedOn, formerNames },
  busy,
  onVerify,
}: VerifiedProps) => (
  <div className="addressee-verified">
    <p>
      {verifiedOn ? (
        <Mark tone="green" glyph="check">
          {dayInWords(verifiedOn as Day)}向对方核实过
        </Mark>
      ) : (
        <Mark tone="ochre" glyph="ring">
          还没有向对方核实
        </Mark>
      )}
      {phoneDoubtedOn && (
        <span className="second t-red">
          {dayInWords(phoneDoubtedOn as Day)}打这个号码，接电话的不是这个党组织。更正号码，或核实后点“今天已核实”。
        </span>
      )}
      <span className="second">
        用过 {used} 次{accepted > 0 && `，接收过 ${accepted} 次，最近 ${dayInWords(acceptedOn as Day)}`}
      </span>
      {formerNames.length > 0 && <span className="second">旧名称：{formerNames.join('、')}</span>}
    </p>
    <Button onClick={onVerify} loading={busy}>
      今天已核实
    </Button>
  </div>
)

/** One entry of the dictionary. The name is checked while it is typed, by the rule the server asks. */
export const AddresseeDrawer = ({ addressee, onClose }: { addressee: AddresseeView | undefined; onClose: () => void }) => {
  const form = useId()
  const [draft, setDraft] = useState<Draft>(() => draftOf(addressee))
  const { save, verify } = useAddresseeWrites(addressee, onClose)
  const faults = faultsOf(draft)
  const problem = save.error ?? verify.error

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }

  return (
    <Drawer
      open
      size={460}
      title={addressee ? '修改抬头' : '新增抬头'}
      onClose={onClose}
      footer={
        <div className="row">
          <span className="row-end row">
            <Button type="text" onClick={onClose}>
              先不保存
            </Button>
            <Button type="primary" htmlType="submit" form={form} loading={save.isPending} disabled={faults.length > 0}>
              {addressee ? '保存修改' : '存入抬头库'}
            </Button>
          </span>
        </div>
      }
    >
      {addressee && <Verified addressee={addressee} busy={verify.isPending} onVerify={() => verify.mutate()} />}
      <form id={form} onSubmit={submit}>
        <AddresseeFields draft={draft} onChange={setDraft} divisionName={addressee?.divisionName ?? null} />
        {problem && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(problem), saveRefusalWords)}
          </p>
        )}
      </form>
    </Drawer>
  )
}
