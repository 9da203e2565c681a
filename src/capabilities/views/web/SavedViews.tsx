import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { SavedView } from '../contract.ts'
import { type ViewScreen, viewIn } from '../rules.ts'
import { viewsApi } from './client.ts'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import './views.css'

type SavedViewsProps = { screen: ViewScreen; path: string }

const STILL_MS = 60_000

const same = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean => {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key])
}

const wordsFor = ({ mine, owner, shared }: SavedView): string => {
  if (!mine) return `${owner}共用`
  return shared ? '自己的，本单位共用' : '自己的'
}

type ViewProps = { view: SavedView; href: string; here: boolean; onRemove: () => void }

const View = ({ view, href, here, onRemove }: ViewProps) => (
  <li className={here ? 'view view-here' : 'view'}>
    <Anchor href={href} aria-current={here ? 'true' : undefined} title={wordsFor(view)}>
      {view.name}
    </Anchor>
    {here && view.mine && (
      <button type="button" className="view-remove" aria-label={`删去视图 ${view.name}`} title="删去这个视图" onClick={onRemove}>
        ×
      </button>
    )}
  </li>
)

/** Lists that somebody wants to find again, one click each; what is on screen becomes one by its name. */
export const SavedViews = ({ screen, path }: SavedViewsProps) => {
  const [search] = useUrlFilters()
  const [saving, setSaving] = useState(false)
  const queries = useQueryClient()
  const found = useQuery(viewsApi.list.queryOptions({ input: { screen }, staleTime: STILL_MS }))
  const remove = useMutation({
    mutationFn: (id: string) => viewsApi.remove.call({ screen, id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: viewsApi.list.key() }),
  })
  const here = viewIn(screen, search)
  const views = found.data ?? []
  const known = views.some(view => same(view.search, here))
  const isWhole = Object.keys(here).length === 0
  if (views.length === 0 && isWhole) return null
  return (
    <nav className="views" aria-label="常用视图">
      <ul>
        <li className={isWhole ? 'view view-here' : 'view'}>
          <Anchor href={path} aria-current={isWhole ? 'true' : undefined}>
            全部
          </Anchor>
        </li>
        {views.map(view => (
          <View
            key={view.id}
            view={view}
            href={`${path}?${new URLSearchParams(view.search)}`}
            here={same(view.search, here)}
            onRemove={() => remove.mutate(view.id)}
          />
        ))}
      </ul>
      {!known && !isWhole && (
        <Button type="link" size="small" onClick={() => setSaving(true)}>
          存为常用视图
        </Button>
      )}
      {saving && <SaveViewDialog screen={screen} search={here} onClose={() => setSaving(false)} />}
    </nav>
  )
}
