import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { ScanChoice } from '../../../ui/Scans.tsx'
import { useSession } from '../../../ui/session.ts'
import { SCAN_ACCEPT } from '../../attachments/rules.ts'
import { type HandoverNeed, handoverNames, handoverNeeds, handoverWays, signedNames, signedWays } from '../../letters/rules.ts'
import { type Handing, signedBy } from './handing.ts'
import { SignaturePad } from './SignaturePad.tsx'
import './handover.css'

type FieldsProps = {
  /** How many members' letters go at once. */
  people: number
  handing: Handing
  onChange: (change: Partial<Handing>) => void
}
type TextProps = FieldsProps & {
  name: 'by' | 'relation' | 'approvedBy' | 'reason'
  label: string
  most: number
  hint?: string
}

const Text = ({ handing, onChange, name, label, most, hint }: TextProps) => (
  <FormRow label={label} hint={hint}>
    {({ id, 'aria-describedby': described }) => (
      <Input
        id={id}
        aria-describedby={described}
        maxLength={most}
        value={handing[name]}
        onChange={event => onChange({ [name]: event.target.value })}
      />
    )}
  </FormRow>
)

const Signature = ({ people, handing, onChange }: FieldsProps) => {
  const alone = handing.how === 'proxy' || people === 1
  return (
    <>
      {alone ? (
        <FormRow label="签名">
          {({ id }) => (
            <NativeSelect
              id={id}
              value={handing.signed}
              options={signedWays.map(value => ({ value, label: signedNames[value] }))}
              onChange={value => onChange({ signed: signedWays.find(way => way === value) ?? 'paper' })}
            />
          )}
        </FormRow>
      ) : (
        <p className="second">几个人各领各的：以纸面名单上各人的签名为准。要在屏幕上签，请逐人登记。</p>
      )}
      {alone && handing.signed === 'screen' && <SignaturePad strokes={handing.strokes} onChange={strokes => onChange({ strokes })} />}
    </>
  )
}

const Authority = ({ handing, onChange }: FieldsProps) => (
  <p className="handover-tick">
    <Checkbox checked={handing.authority === 'paper'} onChange={({ target }) => onChange({ authority: target.checked ? 'paper' : 'scan' })}>
      纸质委托书已收
    </Checkbox>
    <span className="fine">没有收纸质的，请在下面拍照上传。</span>
  </p>
)

const fields: Record<HandoverNeed, (props: FieldsProps) => ReactNode> = {
  // The member's own name is known.
  taker: props => props.handing.how !== 'self' && <Text {...props} name="by" label="代领人" most={60} />,
  'mail-number': props =>
    props.handing.how === 'courier' ? (
      <Text {...props} name="by" label="快递公司和单号" most={60} hint="例：EMS 1098…" />
    ) : (
      <Text {...props} name="by" label="机要编号" most={60} />
    ),
  signature: props => <Signature {...props} />,
  relation: props => <Text {...props} name="relation" label="与本人的关系" most={40} hint="例：班长、同学、家属" />,
  authority: props => <Authority {...props} />,
  approval: props => (
    <>
      <Text {...props} name="approvedBy" label="组织部批准人" most={40} hint="机要以外的寄送是例外，须先经批准" />
      <Text {...props} name="reason" label="为什么" most={200} />
    </>
  ),
}

const scanLabels: Record<Handing['how'], string> = {
  self: '签过字的名单',
  proxy: '委托书照片',
  'confidential-mail': '寄件凭据',
  courier: '寄件凭据',
}

/** Who signs on the screen leaves nothing to be photographed. */
const Scan = ({ people, handing, onChange }: FieldsProps) => {
  if (handing.how === 'self' && signedBy(handing, people) === 'screen') return null
  const wanted = handing.how === 'proxy' && handing.authority === 'scan'
  return (
    <FormRow label={scanLabels[handing.how]} optional={!wanted}>
      {() => (
        <ScanChoice file={handing.scan} accept={SCAN_ACCEPT} hint="拍照或 PDF，8 MB 以内；加密保存" onFile={scan => onChange({ scan })} />
      )}
    </FormRow>
  )
}

/** Exactly what the way of handing over asks for, by the rules' own table. */
export const HandoverFields = (props: FieldsProps) => {
  const { handing, onChange } = props
  const { today } = useSession()
  return (
    <>
      <FormRow label="怎样交出">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={handing.how}
            options={handoverWays.map(value => ({ value, label: handoverNames[value] }))}
            onChange={value => onChange({ how: handoverWays.find(way => way === value) ?? 'self' })}
          />
        )}
      </FormRow>
      {handoverNeeds[handing.how].map(need => {
        const Field = fields[need]
        return <Field key={need} {...props} />
      })}
      <Scan {...props} />
      <FormRow label="领取日期">
        {({ id }) => <Input id={id} type="date" max={today} value={handing.on} onChange={event => onChange({ on: event.target.value })} />}
      </FormRow>
    </>
  )
}
