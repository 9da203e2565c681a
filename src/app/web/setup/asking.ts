/** The door of a new installation, as the page speaks to it. */
import type { SetupAnswer, SetupRefusal } from '../../setup/founders.ts'
import type { Founding } from '../../setup/founding.ts'

export const refusalWords: Record<SetupRefusal, string> = {
  closed: '这里已经有学校了，没有再开设。请到登录页登录。',
  'wrong-token': '口令不对，什么也没有写入。口令在服务器启动时打印在终端里。',
  locked: '口令错得太多，已经锁住。请重新启动服务器，换用新的口令。',
  busy: '正在开设，请稍等。',
}

export const state = async () => (await (await fetch('/api/setup')).json()) as { open: boolean; year: number }

export const found = async (token: string, founding: Founding): Promise<SetupAnswer> => {
  const body = JSON.stringify({ token, founding })
  const answer = await fetch('/api/setup', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return (await answer.json()) as SetupAnswer
}
