import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { MatrixView } from '../contract.ts'
import { submissionsApi } from './client.ts'
import { OwnReturns } from './OwnReturns.tsx'
import { countLook, UnitTable } from './UnitTable.tsx'
import { problemWords } from './words.ts'
import './submissions.css'

const noteOf = (units: MatrixView['units']) => {
  const words = ['逾期未报', '待接收', '已退回', '已接收']
  return words.flatMap(word => (countLook(units, word) ? [`${word} ${countLook(units, word)}`] : [])).join('，')
}

const Matrix = ({ matrix, cohortId }: { matrix: MatrixView; cohortId: string }) => {
  const own = matrix.units.find(({ unitId }) => unitId === matrix.own)
  const others = matrix.units.filter(unit => unit !== own)
  const branches = others.some(({ level }) => level === 'branch')
  return (
    <>
      {own && <OwnReturns cohortId={cohortId} forms={matrix.tasks} unit={own} />}
      {others.length > 0 && (
        <Section
          title={branches ? '各支部交来' : '各单位报送'}
          note={`${others.length} 个${branches ? '支部' : '单位'}，3 张表`}
          extra={noteOf(others)}
        >
          <UnitTable label={branches ? '各支部交来的表' : '各单位报送的表'} units={others} />
        </Section>
      )}
      {!own && others.length === 0 && <EmptyState title="还没有需要报送的单位" next="单位建好、名册导入后，这里会列出各单位的报送。" />}
    </>
  )
}

/** Returns (报送): who has handed in what, and what the own unit still has to. */
export const SubmissionsPage = () => {
  const { cohort } = useSession()
  const cohortId = cohort?.id ?? ''
  const found = useQuery(submissionsApi.matrix.queryOptions({ input: { cohortId }, enabled: cohort !== null }))
  return (
    <Page
      title="报送"
      note={<span>名册、转出登记、延毕肄业三张表，报出即冻结，留校验值</span>}
      wide
      actions={
        cohort && (
          <ExportButton name="报送情况" disabled={!found.data?.units.length} file={() => submissionsApi.export.call({ cohortId })} />
        )
      }
    >
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里可以报送。" />}
      {found.error && !found.data && (
        <ErrorState title="报送情况没有读出来" next={problemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {cohort && !found.data && !found.error && <Skeleton lines={8} />}
      {found.data && <Matrix matrix={found.data} cohortId={cohortId} />}
    </Page>
  )
}
