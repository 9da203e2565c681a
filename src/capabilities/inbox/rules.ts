/** Background work, and who may stop it: whoever began it, as long as it is not over. */
import { allow, type Decision, refuse } from '../../kernel/decision.ts'

export const taskStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** `over`: it has ended. `owed`: it completes what is already written, and half of that would leave other pages wrong. */
export const cancelRefusals = ['over', 'owed'] as const
export type CancelRefusal = (typeof cancelRefusals)[number]

export const cancelRefusalText: Record<CancelRefusal, string> = {
  over: '这件任务已经结束，没有可取消的。',
  owed: '名册或方案已经写入，这件任务是随后必须的更新，不能取消。它很快会做完。',
}

const owed: ReadonlySet<string> = new Set(['roster-changed', 'plan-changed'])

export type TaskFacts = { kind: string; state: TaskState; stopping: boolean }

/** `now`: it has not begun. `soon`: it stops at its next report of progress, and undoes what it did. */
export const mayCancel = ({ kind, state }: Pick<TaskFacts, 'kind' | 'state'>): Decision<'now' | 'soon', CancelRefusal> => {
  if (state !== 'queued' && state !== 'running') return refuse('over')
  if (owed.has(kind)) return refuse('owed')
  return allow(state === 'queued' ? 'now' : 'soon')
}

/** Whether to offer it: not to who has asked already. */
export const offersCancel = (task: TaskFacts): boolean => !task.stopping && mayCancel(task).allowed
