import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { transfersApi } from './client.ts'
import { transferColumns, transferLine } from './transferColumns.tsx'

const PAGE = 50

const List = ({ cohortId, importId }: { cohortId: string; importId: string }) => {
  const { today } = useSession()
  const page = useKeysetPage()
  const input = { cohortId, importId, limit: PAGE, ...(page.after && { after: page.after }) }
  const found = useQuery(transfersApi.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const query = `?import=${importId}`
  const cells = { today, query }
  return (
    <Section
      title="登记过的接转"
      note={found.data && `${found.data.total} 人，现在的状态`}
      extra={
        <Anchor className="link" href={`/transfers${query}`}>
          在台账里看
        </Anchor>
      }
    >
      {found.error ? (
        <p className="second">{wordsOf(problemOf(found.error))}</p>
      ) : (
        <KeyedTable
          label="这次导入登记过的接转"
          rows={found.data?.rows}
          rowKey={row => row.graduateId}
          columns={transferColumns(cells)}
          line={transferLine(cells)}
          empty={<p className="second">没有登记到您能看的人。</p>}
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '人' }}
        />
      )}
    </Section>
  )
}

/** Whose transfers one import moved on, as they stand now. */
export const ImportedCases = ({ importId }: { importId: string }) => {
  const { cohort } = useSession()
  return cohort && <List cohortId={cohort.id} importId={importId} />
}
