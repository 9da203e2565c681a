import { useQuery } from '@tanstack/react-query'
import { Lines } from '../../../ui/Lines.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { ImportView } from '../contract.ts'
import { counted, type ImportApi, type ImportList } from './api.ts'
import { whenInWords } from './when.ts'
import { importProblemWords, importStateLooks } from './words.ts'

const found = ({ total, wrong, changed, new: added, same }: ImportView['counts'], list: ImportList) =>
  [
    counted(total, list),
    wrong > 0 && `有误 ${wrong}`,
    added > 0 && `新增 ${added}`,
    changed > 0 && `变更 ${changed}`,
    same > 0 && `不变 ${same}`,
  ]
    .filter(Boolean)
    .join('，')

const lineOf = (list: ImportList) => (view: ImportView) => ({
  key: view.id,
  name: view.fileName,
  title: view.fileName,
  aside: <StateTag state={importStateLooks[view.state]} />,
  note: `${whenInWords(view.committedAt ?? view.createdAt)}　${view.uploadedBy}　${found(view.counts, list)}`,
  href: view.mine ? `${list.path}/${view.id}` : undefined,
})

type RecentImportsProps = { api: ImportApi; list: ImportList; cohortId?: string | undefined; limit?: number }

/** The unit's imports, newest first; only one's own can be opened. */
export const RecentImports = ({ api, list, cohortId, limit = 8 }: RecentImportsProps) => {
  const imports = useQuery(
    api.list.queryOptions({ input: { limit, ...(cohortId && { cohortId }), ...(list.about && { about: list.about }) } }),
  )
  if (imports.error) return <p className="second">{importProblemWords(problemOf(imports.error))}</p>
  if (!imports.data) return <Skeleton lines={3} />
  if (imports.data.length === 0) return <p className="second">还没有导入过。</p>
  return <Lines label="近期的导入" lines={imports.data.map(lineOf(list))} />
}
