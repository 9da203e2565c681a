import { createFileRoute } from '@tanstack/react-router'
import { DossierPage } from '../../../../capabilities/dossiers/web/DossierPage.tsx'

const Dossier = () => {
  const { graduateId } = Route.useParams()
  return <DossierPage key={graduateId} graduateId={graduateId} />
}

export const Route = createFileRoute('/_desk/dossiers/$graduateId')({ component: Dossier })
