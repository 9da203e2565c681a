import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { RichText } from '../../../kernel/rich-text.ts'
import { FormRow } from '../../../ui/FormRow.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { type Crumb, Page } from '../../../ui/Page.tsx'
import { wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { type Keeping, useKeeping } from '../../../ui/useKeeping.ts'
import type { NewsView } from '../contract.ts'
import { kindNames, type NewsKind, newsKinds } from '../rules.ts'
import { newsApi } from './client.ts'
import { PhotosForm } from './PhotosForm.tsx'
import { useAct } from './useNews.ts'
import { partWords, stateLooks, stepRefusalWords } from './words.ts'

const RichTextEditor = lazy(() => import('../../../ui/RichTextEditor.tsx'))

type Filled = { kind: NewsKind; title: string; byline: string; text: RichText; consentOn: string | null }

const draftWords: Record<Keeping<Filled>['draft'], string> = { kept: '已保存，只有本单位看得到', keeping: '正在保存', unkept: '还没有保存' }

/** Saved when the typing rests; each save names the version that it saw. */
function useWriting(view: NewsView) {
  const queries = useQueryClient()
  const version = useRef(view.version)
  const { kind, title, byline, text, consentOn } = view
  const keeping = useKeeping<Filled>(
    () => ({ kind, title, byline, text, consentOn }),
    async typed => {
      const saved = await newsApi.change.call({ id: view.id, version: version.current, ...typed })
      version.current = saved.version
      queries.setQueryData(newsApi.get.queryOptions({ input: { id: view.id } }).queryKey, saved)
    },
  )
  return { keeping, asked: () => ({ id: view.id, version: version.current }) }
}

const Fields = ({ typed, onTake, today }: { typed: Filled; onTake: (change: Partial<Filled>) => void; today: string }) => {
  const [start] = useState(typed.text)
  return (
    <>
      <FormRow label="类别">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={typed.kind}
            options={newsKinds.map(value => ({ value, label: kindNames[value] }))}
            onChange={value => onTake({ kind: value as NewsKind })}
          />
        )}
      </FormRow>
      <FormRow label="标题">
        {field => <Input {...field} maxLength={80} value={typed.title} onChange={event => onTake({ title: event.target.value })} />}
      </FormRow>
      <FormRow label="署名" hint="作者和摄影，如：文/某某　图/某某">
        {field => <Input {...field} maxLength={80} value={typed.byline} onChange={event => onTake({ byline: event.target.value })} />}
      </FormRow>
      {typed.kind === 'person' && (
        <FormRow label="本人同意的日期" hint="写到的人看过稿件、同意刊发的那一天；典型人物必填">
          {field => (
            <Input
              {...field}
              type="date"
              max={today}
              value={typed.consentOn ?? ''}
              onChange={event => onTake({ consentOn: event.target.value || null })}
            />
          )}
        </FormRow>
      )}
      <div className="form-row">
        <p className="news-label">正文</p>
        <Suspense fallback={<Skeleton lines={8} />}>
          <RichTextEditor
            start={start}
            label="正文"
            placeholder="可以从 Word 粘贴。不写身份证号、电话和住址。"
            onChange={text => onTake({ text })}
          />
        </Suspense>
      </div>
    </>
  )
}

/** The unit's own draft, written in place. */
export const NewsForm = ({ view, crumbs, beside }: { view: NewsView; crumbs: Crumb[]; beside: ReactNode }) => {
  const router = useRouter()
  const { today } = useSession()
  const { keeping, asked } = useWriting(view)
  const submit = useAct(async () => {
    if (await keeping.flush()) await newsApi.submit.call(asked())
  }, '已送出')
  const drop = useAct(
    () => newsApi.drop.call(asked()),
    '草稿已删除',
    () => router.history.push('/news'),
  )
  const ready = keeping.draft === 'kept' && view.blank.length === 0
  return (
    <Page
      title="写稿"
      crumbs={crumbs}
      note={
        <>
          <StateTag state={stateLooks[view.state]} pill /> {draftWords[keeping.draft]}
        </>
      }
      actions={
        <>
          {view.may.includes('drop') && (
            <Button danger loading={drop.isPending} onClick={() => window.confirm('删去这篇草稿和照片吗？') && drop.mutate(undefined)}>
              删除草稿
            </Button>
          )}
          <Button type="primary" disabled={!ready} loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
            送审
          </Button>
        </>
      }
    >
      {keeping.problem && (
        <p className="form-error" role="alert">
          {wordsOf(keeping.problem, stepRefusalWords)}
        </p>
      )}
      {view.blank.length > 0 && <p className="second news-missing">送审前还缺：{view.blank.map(part => partWords[part]).join('、')}</p>}
      <div className="beside">
        <div className="news-form">
          <Fields typed={keeping.typed} today={today} onTake={change => keeping.take({ ...keeping.latest(), ...change })} />
          <PhotosForm view={view} />
        </div>
        {beside}
      </div>
    </Page>
  )
}
