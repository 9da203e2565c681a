import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { Feed } from '../contract.ts'
import { calendarsApi } from './client.ts'
import './calendar.css'

const useFeed = () => {
  const queries = useQueryClient()
  const found = useQuery(calendarsApi.mine.queryOptions())
  const readAnew = () => queries.invalidateQueries({ queryKey: calendarsApi.key() })
  return {
    found,
    subscribe: useMutation(calendarsApi.subscribe.mutationOptions({ onSuccess: readAnew })),
    end: useMutation(calendarsApi.end.mutationOptions({ onSuccess: readAnew })),
  }
}

const standing = ({ readOn }: Feed): string =>
  readOn ? `已订阅，日历最近一次读取是${dayInWords(readOn as Day)}。` : '已有订阅地址，日历还没有读取过。'

/** Shown once: the server keeps only its hash. */
const Address = ({ address }: { address: string }) => (
  <div className="calendar-address">
    <p>
      <a className="link" href={address.replace(/^https?:/, 'webcal:')}>
        在这台设备的日历里打开
      </a>
      ，或把地址粘贴到日历的“通过 URL 添加”：
    </p>
    <p className="calendar-code">
      <Copyable text={address} />
    </p>
    <p className="second">地址只显示这一次，像密码一样保管：有地址的人能看到这些活动。丢了就换一个，原来的随即失效。</p>
  </div>
)

/** Subscribes the own calendar, shows the address once, ends it. */
export const CalendarDialog = ({ onClose }: { onClose: () => void }) => {
  const { found, subscribe, end } = useFeed()
  const feed = found.data
  const problem = found.error ?? subscribe.error ?? end.error
  return (
    <Dialog
      title="订阅日历"
      onClose={onClose}
      actions={
        <>
          {feed && (
            <Button danger type="text" loading={end.isPending} onClick={() => end.mutate({}, { onSuccess: () => subscribe.reset() })}>
              停止订阅
            </Button>
          )}
          <Button type={feed ? 'default' : 'primary'} loading={subscribe.isPending} onClick={() => subscribe.mutate({})}>
            {feed ? '换一个地址' : '生成订阅地址'}
          </Button>
        </>
      }
    >
      <p>教育活动和各项截止日期会出现在手机、Outlook 或 WPS 的日历里，改期、取消也会跟着变。</p>
      {found.isPending && <Skeleton lines={1} />}
      {feed && <p className="second">{standing(feed)}</p>}
      {subscribe.data && feed && <Address address={subscribe.data.address} />}
      {problem && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(problem))}
        </p>
      )}
    </Dialog>
  )
}
