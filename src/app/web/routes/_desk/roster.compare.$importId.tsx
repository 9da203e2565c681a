import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { ImportChanges } from '../../../../capabilities/roster/web/ImportChanges.tsx'
import { comparisonApi, useComparisonList } from '../../../../capabilities/roster/web/importing.ts'

const Comparison = () => (
  <ImportPage
    api={comparisonApi}
    list={useComparisonList()}
    id={Route.useParams().importId}
    changes={({ id }) => <ImportChanges importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/roster/compare/$importId')({ component: Comparison, staticData: { folded: true } })
