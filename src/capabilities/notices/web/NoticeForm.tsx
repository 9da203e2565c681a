import { Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { DutyFields } from './DutyFields.tsx'
import type { Filled } from './form.ts'
import { UnitsRow } from './UnitsRow.tsx'
import { usePlanned } from './useNotice.ts'

const RichTextEditor = lazy(() => import('../../../ui/RichTextEditor.tsx'))

type NoticeFormProps = { filled: Filled; onTake: (change: Partial<Filled>) => void }

const lines = [
  { key: 'title', label: '标题', most: 120, hint: undefined, optional: false },
  { key: 'number', label: '发文字号', most: 60, hint: '如：岭大组通〔2023〕12号', optional: true },
  { key: 'issuer', label: '发文单位', most: 120, hint: undefined, optional: false },
] as const

const contact = [
  { key: 'contactName', label: '联系人' },
  { key: 'contactPhone', label: '联系电话（工作电话）' },
] as const

/** A notice in the order of the paper. */
export const NoticeForm = ({ filled, onTake }: NoticeFormProps) => {
  const [start] = useState(filled.text)
  const { planned } = usePlanned('secondary')
  return (
    <div className="notice-form">
      {lines.map(({ key, label, most, hint, optional }) => (
        <FormRow key={key} label={label} hint={hint} optional={optional}>
          {field => <Input {...field} maxLength={most} value={filled[key]} onChange={event => onTake({ [key]: event.target.value })} />}
        </FormRow>
      ))}
      <div className="form-row">
        <p className="notice-label">正文</p>
        <Suspense fallback={<Skeleton lines={8} />}>
          <RichTextEditor start={start} label="正文" placeholder="主送单位和正文。可以从 Word 粘贴。" onChange={text => onTake({ text })} />
        </Suspense>
      </div>
      <div className="notice-pair">
        {contact.map(({ key, label }) => (
          <FormRow key={key} label={label}>
            {field => <Input {...field} maxLength={60} value={filled[key]} onChange={event => onTake({ [key]: event.target.value })} />}
          </FormRow>
        ))}
      </div>
      <UnitsRow chosen={filled.unitIds} onChange={unitIds => onTake({ unitIds })} />
      <Section title="给各单位的任务" note="选填。总支转发时另给支部定任务；直属党支部照这里的办">
        <DutyFields duties={filled.duties} planned={planned} onChange={duties => onTake({ duties })} />
      </Section>
    </div>
  )
}
