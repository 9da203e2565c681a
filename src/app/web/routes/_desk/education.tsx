import { createFileRoute } from '@tanstack/react-router'
import { MatrixPage } from '../../../../capabilities/education/web/MatrixPage.tsx'

export const Route = createFileRoute('/_desk/education')({ component: MatrixPage })
