import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { PasswordRefusal } from '../contract.ts'

const refusals: Record<PasswordRefusal, string> = {
  'nobody-waits': '这次导入的人都已改成自己的口令，没有生成。忘记口令的，请在账号页逐个办理。',
}

/** Nobody had brought an account by it. */
const NOT_FOUND = '这次导入没有新增账号，不需要首次口令。'
const CONFLICT = '刚才有人改了自己的口令，这次没有生成。请再生成一次。'

export const passwordProblemWords = (problem: Problem): string => {
  if (problem.code === 'NOT_FOUND') return NOT_FOUND
  return problem.code === 'CONFLICT' ? CONFLICT : wordsOf(problem, refusals)
}
