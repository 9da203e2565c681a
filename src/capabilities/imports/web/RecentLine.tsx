import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { ImportView } from '../contract.ts'
import type { ImportApi, ImportList } from './api.ts'
import { importStateLooks } from './words.ts'
import './wizard.css'

const SHOWN = 3

const Entry = ({ view, list }: { view: ImportView; list: ImportList }) => (
  <span className="recent-entry">
    {view.mine ? (
      <Anchor className="link" href={`${list.path}/${view.id}`}>
        {view.fileName}
      </Anchor>
    ) : (
      view.fileName
    )}
    <StateTag state={importStateLooks[view.state]} />
    {view.state === 'checked' && view.counts.wrong > 0 && <span className="t-red">有误 {view.counts.wrong}</span>}
  </span>
)

/** The last imports in one line above the list; nothing where there were none. */
export const RecentLine = ({ api, list, cohortId }: { api: ImportApi; list: ImportList; cohortId?: string | undefined }) => {
  const imports =
    useQuery(api.list.queryOptions({ input: { limit: SHOWN, ...(cohortId && { cohortId }), ...(list.about && { about: list.about }) } }))
      .data ?? []
  if (imports.length === 0) return null
  return (
    <p className="recent-line second">
      近期的导入
      {imports.map(view => (
        <Entry key={view.id} view={view} list={list} />
      ))}
      <Anchor className="link" href={list.path}>
        全部
      </Anchor>
    </p>
  )
}
