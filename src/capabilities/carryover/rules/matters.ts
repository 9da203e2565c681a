/** What an earlier year can have left open, and what a row has to say of each. */
import type { CarryField } from './fields.ts'

export const matters = ['retained', 'delayed', 'unreturned'] as const
export type Matter = (typeof matters)[number]

export const matterNames: Record<Matter, string> = { retained: '保留组织关系', delayed: '延期毕业', unreturned: '回执未回' }

/** The columns that belong to some matters only: asked of them, and left out of all others. */
export const matterFields: Record<Matter, { asked: readonly CarryField[]; also: readonly CarryField[] }> = {
  retained: {
    asked: ['destination', 'retainedFrom', 'until', 'application'],
    also: ['unitName', 'country', 'contact1Name', 'contact1Phone', 'contact1Relation', 'contact2Name', 'contact2Phone', 'contact2Relation'],
  },
  delayed: { asked: ['reason', 'expectedOn', 'placedBranch', 'keeperName', 'keeperPhone'], also: ['document', 'documentOn'] },
  unreturned: { asked: ['letterNumber', 'issuedOn', 'validDays', 'addressee'], also: ['destination', 'unitName', 'place', 'way'] },
}

/** Of who is abroad to study: somebody at home has to be reachable, and two of them. */
export const abroadAsks: readonly CarryField[] = ['country', 'contact1Name', 'contact1Phone', 'contact2Name', 'contact2Phone']
