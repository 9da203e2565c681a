import { type Problem, wordsOf } from '../../../ui/problem.ts'
import type { ViewRefusal } from '../rules.ts'

const viewRefusalWords: Record<ViewRefusal, string> = {
  'too-many-views': '常用视图已有 30 个，没有再存。请先删去不用的。',
  'not-of-this-list': '这些条件不属于这个名单，没有存。请刷新页面后再存。',
  'name-taken': '已有同名的视图，没有存。请换一个名字，或先删去原来的。',
}

export const viewProblemWords = (problem: Problem): string => wordsOf(problem, viewRefusalWords)
