import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { DissolvingBranch } from '../contract.ts'
import { closingApi } from './client.ts'
import { NamingDialog } from './NamingDialog.tsx'

const whoWords = ({ teacher, aboveName }: DissolvingBranch) =>
  teacher ? `${teacher.name}，电话 ${teacher.phone}` : `${aboveName}（没有指定到人）`

const When = ({ leavingDay, passed }: DissolvingBranch) => {
  if (!leavingDay) return <span className="quiet">离校日还没有定</span>
  return passed ? <Mark tone="green" glyph="solid">{`${leavingDay} 已转交`}</Mark> : <span>{leavingDay}</span>
}

type LineProps = { branch: DissolvingBranch; onName: () => void }

const Line = ({ branch, onName }: LineProps) => (
  <li className="dissolving-line">
    <span className="dissolving-name">
      <Anchor className="link" href={`/closing?unit=${branch.path}`}>
        {branch.unitName}
      </Anchor>
      <span className="second">
        {branch.byName ? '按名称，离校后解散' : '离校后解散'}，未了 {branch.open} 人
      </span>
    </span>
    <span className={branch.teacher ? undefined : 't-red'}>{whoWords(branch)}</span>
    <When {...branch} />
    {branch.can.includes('name') && (
      <Button size="small" onClick={onName}>
        {branch.teacher ? '改' : '指定老师'}
      </Button>
    )}
  </li>
)

/** Before the leaving day the 总支 names who follows up what its dissolving branches leave open. */
export const DissolvingSection = ({ cohortId }: { cohortId: string }) => {
  const found = useQuery(closingApi.dissolving.queryOptions({ input: { cohortId } }))
  const [naming, setNaming] = useState<DissolvingBranch | 'another'>()
  const branches = found.data ?? []
  const going = branches.filter(({ dissolves }) => dissolves)
  const others = branches.filter(({ dissolves, can }) => !dissolves && can.includes('name'))
  if (going.length === 0 && others.length === 0) return null
  const gaps = going.filter(({ teacher }) => !teacher).length
  return (
    <Section
      title="离校后解散的支部"
      note={gaps > 0 ? `${gaps} 个还没有指定跟进老师` : '离校日那天，未了的接转交给指定的老师'}
      extra={others.length > 0 && <Button onClick={() => setNaming('another')}>添加支部</Button>}
    >
      {going.length === 0 ? (
        <p className="second">没有标明要解散的支部。离校后解散的，请添加并指定总支老师跟进。</p>
      ) : (
        <ul className="dissolving">
          {going.map(branch => (
            <Line key={branch.unitId} branch={branch} onName={() => setNaming(branch)} />
          ))}
        </ul>
      )}
      {naming && (
        <NamingDialog cohortId={cohortId} branches={naming === 'another' ? others : [naming]} onClose={() => setNaming(undefined)} />
      )}
    </Section>
  )
}
