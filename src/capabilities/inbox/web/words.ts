import type { StateLook } from '../../../ui/Mark.tsx'
import type { TaskState } from '../rules.ts'

export const taskStates: Record<TaskState, StateLook> = {
  queued: { word: '排队中', tone: 'grey', glyph: 'ring', means: '轮到后自动开始' },
  running: { word: '进行中', tone: 'blue', glyph: 'arrow', means: '可以离开，回来再看' },
  done: { word: '已完成', tone: 'green', glyph: 'check', means: '全部做完' },
  failed: { word: '没有做完', tone: 'red', glyph: 'cross', means: '已做的部分已撤回' },
  cancelled: { word: '已取消', tone: 'grey', glyph: 'dash', means: '没有留下改动' },
}

export const stoppingLook: StateLook = { word: '正在停下', tone: 'grey', glyph: 'dash', means: '做完手上这一步就停，已做的会撤回' }
