/** What study ended in: never to be mixed with where the relation stands. */
export const outcomes = ['on-time', 'delayed', 'completed', 'incomplete', 'withdrawn', 'suspended', 'enlisted', 'deceased'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeNames: Record<Outcome, string> = {
  'on-time': '按期毕业',
  delayed: '延期毕业',
  completed: '结业',
  incomplete: '肄业',
  withdrawn: '退学',
  suspended: '休学',
  enlisted: '参军入伍（保留学籍）',
  deceased: '死亡',
}

/** How a membership ended. Always a decision that somebody entered, never one that the system drew. */
export const reductions = ['deceased', 'expelled', 'resigned', 'struck-off', 'to-mass'] as const
export type Reduction = (typeof reductions)[number]

export const reductionNames: Record<Reduction, string> = {
  deceased: '死亡',
  expelled: '出党',
  resigned: '退党',
  'struck-off': '除名',
  'to-mass': '转为群众',
}
