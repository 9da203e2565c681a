import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { dossiersApi } from './client.ts'
import { DossierView } from './DossierView.tsx'
import { standingLooks } from './words.ts'
import './dossiers.css'

/** The file of one member. */
export const DossierPage = ({ graduateId }: { graduateId: string }) => {
  const found = useQuery(dossiersApi.get.queryOptions({ input: { graduateId } }))
  const dossier = found.data
  return (
    <Page
      title={dossier ? `${dossier.name}的材料` : '党员材料'}
      crumbs={[{ label: '装档', href: '/dossiers' }, { label: dossier?.name ?? '党员材料' }]}
      note={dossier && <StateTag pill state={standingLooks[dossier.standing]} />}
    >
      {found.error && !dossier && (
        <ErrorState title="这份材料没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!dossier && !found.error && <Skeleton lines={10} />}
      {dossier && <DossierView key={`${graduateId} ${dossier.state}`} dossier={dossier} />}
    </Page>
  )
}
