import { Button } from 'antd'
import { type KeyboardEvent, lazy, Suspense, useState } from 'react'
import { isEmpty } from '../../../kernel/rich-text.ts'
import { wordsOf } from '../../../ui/problem.ts'
import { RichText } from '../../../ui/RichText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { ActivityView } from '../contract.ts'
import { savedWords } from './looks.tsx'
import { useMinutes } from './useMinutes.ts'
import { writeRefusalWords } from './words.ts'

const RichTextEditor = lazy(() => import('../../../ui/RichTextEditor.tsx'))

const isSaveKey = (event: KeyboardEvent) => event.key === 's' && (event.ctrlKey || event.metaKey)

const Newer = ({ view, busy, onOver }: { view: ActivityView; busy: boolean; onOver: () => void }) => (
  <div className="minutes-newer" role="alert">
    <p>您写的时候，{savedWords(view.minutesSaved)}也存了一份，您的没有覆盖它。下面是对方存的；要紧的请抄进您的稿里，再点“用我的稿保存”。</p>
    <RichText text={view.minutes} />
    <Button loading={busy} onClick={onOver}>
      用我的稿保存
    </Button>
  </div>
)

const Writing = ({ view, onDone }: { view: ActivityView; onDone: () => void }) => {
  const [start] = useState(view.minutes)
  const minutes = useMinutes(view, onDone)
  const keys = (event: KeyboardEvent) => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    minutes.save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S is heard here from whatever field has the focus
    <div className="minutes" onKeyDown={keys}>
      {minutes.newer && <Newer view={minutes.newer} busy={minutes.busy} onOver={minutes.saveOver} />}
      <Suspense fallback={<Skeleton lines={6} />}>
        <RichTextEditor start={start} label="活动记录" placeholder="经过、发言要点、决议。归档时写进活动清单。" onChange={minutes.take} />
      </Suspense>
      {minutes.problem && !minutes.newer && (
        <p className="form-error" role="alert">
          {wordsOf(minutes.problem, writeRefusalWords)}
        </p>
      )}
      <div className="minutes-acts">
        {!minutes.newer && (
          <Button type="primary" loading={minutes.busy} onClick={minutes.save}>
            保存记录
          </Button>
        )}
        <Button type="text" disabled={minutes.busy} onClick={minutes.drop}>
          {minutes.dirty ? '不存了' : '先不写'}
        </Button>
        {minutes.dirty && <span className="second">还没有保存</span>}
      </div>
    </div>
  )
}

/** What took place, in words: read by all whom it concerns, written in place by who holds it. */
export const MinutesSection = ({ view }: { view: ActivityView }) => {
  const [writing, setWriting] = useState(false)
  const empty = isEmpty(view.minutes)
  if (empty && !view.mayWrite) return null
  const button = view.mayWrite && !writing && <Button onClick={() => setWriting(true)}>{empty ? '写活动记录' : '修改记录'}</Button>
  return (
    <Section title="活动记录" note={!writing && view.minutesSaved && `${savedWords(view.minutesSaved)}保存`} extra={!empty && button}>
      {writing ? (
        <Writing view={view} onDone={() => setWriting(false)} />
      ) : empty ? (
        <div className="minutes-none">
          <p className="second">还没有写。活动结束后写下经过、发言要点和决议。</p>
          {button}
        </div>
      ) : (
        <RichText text={view.minutes} />
      )}
    </Section>
  )
}
