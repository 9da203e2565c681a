import { useQuery } from '@tanstack/react-query'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { RichText } from '../../../ui/RichText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import type { NewsView } from '../contract.ts'
import { kindNames } from '../rules.ts'
import { newsApi } from './client.ts'
import { NewsActions } from './NewsActions.tsx'
import { NewsForm } from './NewsForm.tsx'
import { addressOf } from './usePhotos.ts'
import { stateLooks, stepWords } from './words.ts'
import './news.css'

const crumbs = [{ label: '宣传', href: '/news' }, { label: '一篇稿件' }]

const Article = ({ view }: { view: NewsView }) => (
  <article className="news-article">
    <h2 className="news-title">{view.title}</h2>
    <p className="news-byline">
      {view.unitName}　{view.byline}
    </p>
    <RichText text={view.text} />
    {view.photos.map(({ id, caption, width, height }) => (
      <figure key={id} className="news-figure">
        <img src={addressOf(id)} alt={caption || '稿件照片'} width={width} height={height} loading="lazy" />
        {caption && <figcaption>{caption}</figcaption>}
      </figure>
    ))}
  </article>
)

const Links = ({ view: { published } }: { view: NewsView }) =>
  published.length > 0 && (
    <Section title="刊发" note={`${published.length} 个链接`}>
      <ul className="news-links">
        {published.map(({ id, platform, url, onDay }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              {platform}
            </a>
            <span className="second">{onDay}</span>
            <span className="news-url">{url}</span>
          </li>
        ))}
      </ul>
    </Section>
  )

const Path = ({ view }: { view: NewsView }) =>
  view.story.length > 0 && (
    <Section title="经过">
      <Timeline
        events={view.story.toReversed().map(({ id, step, onDay, by, words }) => ({
          id,
          when: dayInWords(onDay as Day),
          what: words ? `${stepWords[step]}：${words}` : stepWords[step],
          by,
          kind: step === 'return' || step === 'give-back' ? ('bad' as const) : undefined,
        }))}
      />
    </Section>
  )

const Beside = ({ view }: { view: NewsView }) => (
  <aside className="news-beside" aria-label="稿件情况">
    <p className="second">
      {kindNames[view.kind]}　{view.madeBy}写{view.consentOn && `　本人 ${view.consentOn} 同意`}
    </p>
    {view.frozen && (
      <p className="second">
        第 {view.frozen.number} 稿，校验 <code title={`SHA-256 ${view.frozen.sha256}`}>{view.frozen.sha256.slice(0, 16)}</code>
      </p>
    )}
    <Links view={view} />
    <Path view={view} />
  </aside>
)

/** One piece: written on by its unit as long as it is a draft, read by everybody else. */
export const NewsItemPage = ({ id }: { id: string }) => {
  const { data: view, error, refetch } = useQuery(newsApi.get.queryOptions({ input: { id } }))
  if (!view)
    return (
      <Page title="稿件" crumbs={crumbs}>
        {error ? (
          <ErrorState title="稿件没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </Page>
    )
  const writes = view.may.includes('change')
  if (writes) return <NewsForm key={view.id} view={view} crumbs={crumbs} beside={<Beside view={view} />} />
  return (
    <Page title="稿件" crumbs={crumbs} note={<StateTag state={stateLooks[view.state]} pill />} actions={<NewsActions view={view} />}>
      <div className="beside">
        <Article view={view} />
        <Beside view={view} />
      </div>
    </Page>
  )
}
