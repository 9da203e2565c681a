import { createFileRoute } from '@tanstack/react-router'
import { NewsItemPage } from '../../../../capabilities/news/web/NewsItemPage.tsx'

const Item = () => <NewsItemPage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/news/$id')({ component: Item })
