import { Input, Radio } from 'antd'
import { useState } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { UnitView } from '../contract.ts'
import { below, kindNames, type UnitKind, unitKinds } from '../rules.ts'
import { orgsApi } from './client.ts'
import { UnitDialog } from './UnitDialog.tsx'
import { useUnitWrite } from './useUnitWrite.ts'
import { unitRefusalWords } from './words.ts'

type DialogProps = { unit: UnitView; onClose: () => void }

const wrong = (error: Error | null) => (error ? wordsOf(problemOf(error), unitRefusalWords) : undefined)
const tooShort = (name: string) => name.trim().length < 2

export const CreateDialog = ({ unit, onClose }: DialogProps) => {
  const kinds = unitKinds.filter(kind => below[kind].includes(unit.kind))
  const [kind, setKind] = useState<UnitKind>(kinds.includes('general-branch') ? 'general-branch' : kinds[0]!)
  const [name, setName] = useState('')
  const create = useUnitWrite(orgsApi.create.mutationOptions(), `已增设${name}`, onClose)
  return (
    <UnitDialog
      title={`在${unit.name}下增设单位`}
      act="增设"
      busy={create.isPending}
      disabled={tooShort(name)}
      onClose={onClose}
      onSubmit={() => create.mutate({ parentId: unit.id, kind, name })}
    >
      <FormRow label="类别">
        {({ id }) => (
          <Radio.Group
            id={id}
            value={kind}
            onChange={event => setKind(event.target.value as UnitKind)}
            options={kinds.map(value => ({ value, label: kindNames[value] }))}
          />
        )}
      </FormRow>
      <FormRow label="组织名称" hint="写全称，如“外国语学院党总支”" error={wrong(create.error)}>
        {field => <Input {...field} value={name} maxLength={80} onChange={event => setName(event.target.value)} />}
      </FormRow>
    </UnitDialog>
  )
}

export const RenameDialog = ({ unit, onClose }: DialogProps) => {
  const [name, setName] = useState(unit.name)
  const rename = useUnitWrite(orgsApi.rename.mutationOptions(), `已改名为${name}`, onClose)
  return (
    <UnitDialog
      title="单位改名"
      act="改名"
      busy={rename.isPending}
      disabled={tooShort(name) || name.trim() === unit.name}
      onClose={onClose}
      onSubmit={() => rename.mutate({ id: unit.id, name, version: unit.version })}
    >
      <FormRow label="组织名称" hint={`现名${unit.name}；已冻结的报送和已开的信不变`} error={wrong(rename.error)}>
        {field => <Input {...field} value={name} maxLength={80} onChange={event => setName(event.target.value)} />}
      </FormRow>
    </UnitDialog>
  )
}

export const DissolveDialog = ({ unit, onClose }: DialogProps) => {
  const dissolve = useUnitWrite(orgsApi.dissolve.mutationOptions(), `已撤销${unit.name}`, onClose)
  const problem = wrong(dissolve.error)
  return (
    <UnitDialog
      title={`撤销${unit.name}`}
      act="撤销单位"
      busy={dissolve.isPending}
      disabled={false}
      onClose={onClose}
      onSubmit={() => dissolve.mutate({ id: unit.id, version: unit.version })}
    >
      <p>撤销后单位树里不再出现，历史记录和审计日志保留。下面还有单位或党员的，撤不了。</p>
      {problem && (
        <p className="form-error" role="alert">
          {problem}
        </p>
      )}
    </UnitDialog>
  )
}
