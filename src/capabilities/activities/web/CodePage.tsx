import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useTitle } from '../../../ui/useTitle.ts'
import { activitiesApi } from './client.ts'
import { useActivity, useWatching } from './useActivity.ts'
import './activities.css'

const SOON_MS = 250

/** For the wall of the room: the code that changes, the six digits, and how many are there. */
export const CodePage = ({ id }: { id: string }) => {
  const router = useRouter()
  const view = useActivity(id).data
  const code = useQuery(
    activitiesApi.code.queryOptions({
      input: { id },
      retry: false,
      // Asked anew when this one ends; a picture of it holds as long again.
      refetchInterval: query => (query.state.data ? query.state.data.scanLeftMs + SOON_MS : false),
      refetchIntervalInBackground: true,
      staleTime: 0,
    }),
  )
  useWatching(id, view?.state === 'held')
  useTitle('签到码')
  return (
    <div className="code-page">
      <header>
        <h1>{view?.title ?? '签到'}</h1>
        <Button onClick={() => router.history.push(`/activities/${id}`)}>收起</Button>
      </header>
      {code.error ? (
        <ErrorState
          title="现在没有签到码"
          next={wordsOf(problemOf(code.error), { 'not-begun': '先点“开始签到”。', over: '这次活动的签到已经结束。' })}
        />
      ) : code.data ? (
        <div className="code-both">
          <img
            className="code-drawing"
            alt="签到二维码，每十秒更换"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(code.data.drawing)}`}
          />
          <div className="code-words">
            <p>手机相机扫码签到</p>
            <p className="second">扫不了的，在“我的 · 活动”里输入</p>
            <p className="code-digits">{code.data.digits}</p>
            <p className="code-there" aria-live="polite">
              已到 <b>{view?.there ?? 0}</b> 人，应到 {view?.invited ?? 0} 人
            </p>
          </div>
        </div>
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  )
}
