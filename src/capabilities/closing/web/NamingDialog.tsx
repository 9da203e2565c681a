import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { DissolvingBranch } from '../contract.ts'
import { closingApi } from './client.ts'
import { namingRefusalWords } from './words.ts'

type NamingProps = { cohortId: string; branches: readonly DissolvingBranch[]; onClose: () => void }

/** One branch, or a choice among those that are to stay so far. */
export const NamingDialog = ({ cohortId, branches, onClose }: NamingProps) => {
  const queries = useQueryClient()
  const [unitId, setUnit] = useState(branches.length === 1 ? branches[0]!.unitId : '')
  const branch = branches.find(known => known.unitId === unitId)
  const [accountId, setAccount] = useState(branch?.teacher?.accountId ?? '')
  const [phone, setPhone] = useState(branch?.teacher?.phone ?? '')
  const save = useMutation({
    mutationFn: (dissolves: boolean) =>
      closingApi.name.call({
        cohortId,
        unitId,
        version: branch!.version,
        dissolves,
        accountId: dissolves && accountId ? accountId : null,
        phone: dissolves && accountId ? phone.trim() : '',
      }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: closingApi.key() }),
  })
  return (
    <Dialog
      title={branch ? `${branch.unitName}：离校后谁跟进` : '离校后解散的支部'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          {branch?.dissolves && (
            <Button loading={save.isPending} onClick={() => save.mutate(false)}>
              不解散
            </Button>
          )}
          <Button type="primary" disabled={!branch} loading={save.isPending} onClick={() => save.mutate(true)}>
            保存
          </Button>
        </>
      }
    >
      {branches.length > 1 && (
        <FormRow label="支部">
          {({ id }) => (
            <NativeSelect
              id={id}
              value={unitId}
              empty="请选择"
              options={branches.map(known => ({ value: known.unitId, label: known.unitName }))}
              onChange={setUnit}
            />
          )}
        </FormRow>
      )}
      <FormRow label="总支跟进老师" hint="离校日那天，未了的接转交给这位老师，本人和老师都会收到消息">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={accountId}
            empty="以后再指定"
            options={(branch ?? branches[0])?.teachers.map(({ id: value, name }) => ({ value, label: name })) ?? []}
            onChange={setAccount}
          />
        )}
      </FormRow>
      {accountId && (
        <FormRow label="办公电话" hint="毕业生在“我的”里看得到">
          {field => <Input {...field} maxLength={40} value={phone} onChange={event => setPhone(event.target.value)} />}
        </FormRow>
      )}
      {save.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(save.error), namingRefusalWords)}
        </p>
      )}
    </Dialog>
  )
}
