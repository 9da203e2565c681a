/** What is done with each kind of row, once all are right or left out. */
export const changedChoices = ['all', 'empty', 'none'] as const
export const missingChoices = ['keep', 'tag'] as const

export type Choice = {
  /** Whom the file brings. */
  new: boolean
  /** What the file says otherwise: all of it, only what is still empty, or nothing. */
  changed: (typeof changedChoices)[number]
  /** Whom the file does not name: left as they are, or marked, so that somebody looks. */
  missing: (typeof missingChoices)[number]
}

export const everything: Choice = { new: true, changed: 'all', missing: 'keep' }

/** What a commit wrote. `left`: rows that were right, and were chosen not to be written. */
export type Written = { new: number; changed: number; left: number; tagged: number }
export const nothingWritten: Written = { new: 0, changed: 0, left: 0, tagged: 0 }
