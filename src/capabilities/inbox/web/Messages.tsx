import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { inboxApi } from './client.ts'

const PAGE = 30

type Message = { id: string; title: string; body: string; link: string | null; at: string; read: boolean }

const instant = (at: string) => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)

const Words = ({ message }: { message: Message }) => (
  <>
    <span className="line-first">
      <b className={message.read ? 'inbox-read' : undefined}>
        {!message.read && <i className="inbox-dot" title="未读" />}
        {message.title}
        {!message.read && <span className="only-read">，未读</span>}
      </b>
      <time className="fine">{instant(message.at)}</time>
    </span>
    <span className="second inbox-body">{message.body}</span>
  </>
)

const OneMessage = ({ message, onRead }: { message: Message; onRead: (ids: string[]) => void }) => {
  const read = () => {
    if (!message.read) onRead([message.id])
  }
  return (
    <li>
      {message.link ? (
        <Anchor className="line-words" href={message.link} onClick={read}>
          <Words message={message} />
        </Anchor>
      ) : (
        <button type="button" className="line-words inbox-plain" onClick={read} disabled={message.read}>
          <Words message={message} />
        </button>
      )}
    </li>
  )
}

/** Newest first; opening one marks it read. */
export const Messages = () => {
  const page = useKeysetPage()
  const queries = useQueryClient()
  const list = useQuery(inboxApi.list.queryOptions({ input: { after: page.after, limit: PAGE }, placeholderData: keepPreviousData }))
  const mark = useMutation(
    inboxApi.markRead.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: inboxApi.list.key() }) }),
  )
  const read = (ids: string[]) => mark.mutate({ ids })
  const rows = list.data?.rows
  const unreadHere = rows?.filter(message => !message.read).map(({ id }) => id) ?? []
  return (
    <Section
      title="站内消息"
      note={rows && rows.length > 0 && list.data && (list.data.unread > 0 ? `${list.data.unread} 条未读` : '都已读过')}
      extra={
        unreadHere.length > 0 && (
          <button type="button" className="link" onClick={() => read(unreadHere)}>
            本页全部标为已读
          </button>
        )
      }
    >
      {list.error && !rows && (
        <ErrorState title="消息没有读出来" next={wordsOf(problemOf(list.error))} onRetry={() => void list.refetch()} />
      )}
      {!rows && !list.error && <Skeleton />}
      {rows?.length === 0 && <EmptyState title="还没有消息" next="有退回、反馈、催办和到期提醒时，会出现在这里。" />}
      {rows && rows.length > 0 && (
        <ul className="lines" aria-label="站内消息">
          {rows.map(message => (
            <OneMessage key={message.id} message={message} onRead={read} />
          ))}
        </ul>
      )}
      {(page.after || list.data?.next) && (
        <div className="row inbox-moves">
          <Button disabled={!page.after} onClick={page.toPrevious}>
            较新
          </Button>
          <Button disabled={!list.data?.next} onClick={() => page.toNext(list.data!.next!, rows?.length ?? 0)}>
            较早
          </Button>
        </div>
      )}
    </Section>
  )
}
