import { type Side, type TrackName, trackNames } from './states.ts'

/** What proves that the receiver has taken the relation over, and who may vouch for it. */
export const proofKinds = ['stamped-receipt', 'external-system', 'callback'] as const
export type ProofKind = (typeof proofKinds)[number]

export const proofNames: Record<ProofKind, string> = {
  'stamped-receipt': '盖章回执',
  'external-system': '党务系统已接收',
  callback: '按抬头库电话回拨核实',
}

export type Proof =
  | { kind: 'stamped-receipt' | 'external-system' }
  | { kind: 'callback'; toDictionaryNumber: boolean; logged: boolean }
  /** Named so that it can be refused: an answer from the public page alone proves nothing. */
  | { kind: 'online-reply' }

export const proofs: Record<ProofKind, { by: readonly Side[]; of: readonly TrackName[] }> = {
  'stamped-receipt': { by: ['office'], of: ['paper'] },
  'external-system': { by: ['office', 'secondary'], of: ['system'] },
  callback: { by: ['office'], of: trackNames },
}
