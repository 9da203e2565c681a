import { ORPCError } from '@orpc/client'
import { type SearchRefusal, searchRefusalText } from '../kernel/whole-number.ts'

/** What went wrong with a call, flat enough to be worded. `OFFLINE`: no answer came at all. */
export type Problem = { code: string; reason?: string; state?: string; version?: number; detail?: string }

/** A field that is refused for a reason of its own says it beside its issue. */
const reasonOfIssues = (data: { issues?: unknown }): unknown =>
  Array.isArray(data.issues) ? data.issues.find(issue => issue?.params?.reason)?.params.reason : undefined

const facts = (data: unknown): Omit<Problem, 'code'> => {
  if (typeof data !== 'object' || data === null) return {}
  const { reason = reasonOfIssues(data), state, version, detail } = data as Record<string, unknown>
  return {
    ...(typeof reason === 'string' && { reason }),
    ...(typeof state === 'string' && { state }),
    ...(typeof version === 'number' && { version }),
    ...(typeof detail === 'string' && { detail }),
  }
}

export const problemOf = (error: unknown): Problem => {
  if (error instanceof ORPCError) return { code: error.code, ...facts(error.data) }
  if (error instanceof TypeError) return { code: 'OFFLINE' }
  return { code: 'UNKNOWN' }
}

/** Words for what every page can meet; a page words its own REFUSED reasons and passes them as `refusals`. */
const general: Record<string, string> = {
  OFFLINE: '没有连上服务器，填写的内容还在本页。请检查网络后再试一次。',
  UNAUTHORIZED: '登录已过期，填写的内容还在本页。请重新登录。',
  FORBIDDEN: '您的账号没有这项权限，内容没有改动。如有需要，请联系管理员。',
  NOT_FOUND: '没有找到这条记录，它可能不在您的管理范围内，也可能已被移走。',
  CONFLICT: '这条记录刚刚被别人改过，您的填写没有覆盖它。请看过新内容后再保存。',
  BAD_REQUEST: '有一处填写不合要求，内容没有保存。请核对后再提交。',
  INPUT_VALIDATION_FAILED: '有一处填写不合要求，内容没有保存。请核对后再提交。',
  PAYLOAD_TOO_LARGE: '文件超过允许的大小，没有上传。请压缩或拆分后再传。',
  TOO_MANY_REQUESTS: '操作太快了，刚才这次没有执行。请稍等一分钟再试。',
  SERVICE_UNAVAILABLE: '服务暂时连不上数据库，内容没有改动。请稍后再试。',
}

const UNWORDED = '服务器没有办成这件事，内容没有改动。请稍后再试，仍不行请把时间告诉管理员。'

export const wordsOf = (problem: Problem, refusals: Readonly<Record<string, string>> = {}): string => {
  const own = problem.reason === undefined ? undefined : refusals[problem.reason]
  return own ?? searchRefusalText[problem.reason as SearchRefusal] ?? general[problem.code] ?? UNWORDED
}
