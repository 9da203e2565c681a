import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { type Problem, problemOf, wordsOf } from '../../ui/problem.ts'
import './apart.css'

const titles: Record<string, string> = {
  OFFLINE: '没有连上服务器',
  FORBIDDEN: '您的账号看不到这一页',
  NOT_FOUND: '没有找到这条记录',
}

/** A fault of the page itself, not an answer of the server. */
const pageFault = '这一页没有显示出来，已办的事情不受影响。请再试一次；仍不行，请把时间和网址告诉管理员。'

const words = (problem: Problem) => (problem.code === 'UNKNOWN' ? pageFault : wordsOf(problem))

export const RouteError = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const problem = problemOf(error)
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="apart">
      <ErrorState title={titles[problem.code] ?? '这一页没有打开'} next={words(problem)} onRetry={retry} />
    </div>
  )
}
