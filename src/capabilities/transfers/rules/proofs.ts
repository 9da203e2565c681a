import { type Side, type TrackName, trackNames } from './states.ts'

/** What proves that the receiver has taken the relation over, and who may vouch for it. */
export const proofKinds = ['stamped-receipt', 'external-system', 'callback', 'installation'] as const
export type ProofKind = (typeof proofKinds)[number]

export const proofNames: Record<ProofKind, string> = {
  'stamped-receipt': '盖章回执',
  'external-system': '党务系统已接收',
  callback: '按抬头库电话回拨核实',
  installation: '对方学校在本系统接收',
}

/** How the stamped receipt was seen. */
export const receiptForms = ['paper', 'picture'] as const
export type ReceiptForm = (typeof receiptForms)[number]

export const receiptFormNames: Record<ReceiptForm, string> = { paper: '纸质原件在手', picture: '照片或扫描件' }

export type Proof =
  /** Without a word on its form the paper is in hand. Handler and phone as the receipt names them. */
  | { kind: 'stamped-receipt'; shown?: ReceiptForm | undefined; handler?: string | undefined; phone?: string | undefined }
  | { kind: 'external-system' }
  /** A call that was logged before. */
  | { kind: 'callback'; callId: string }
  /** The receiving school accepted the arrival here. */
  | { kind: 'installation' }
  /** Named so that it can be refused: an answer from the public page alone proves nothing. */
  | { kind: 'online-reply' }

/** What is on record of this attempt when its acceptance is decided: pictures of its receipt, and the calls that prove it. */
export type Evidence = {
  pictures: number
  calls: readonly string[]
  /** D04: the new student number is somebody else's. */
  numberTaken?: boolean
}
export const noEvidence: Evidence = { pictures: 0, calls: [] }

export const proofs: Record<ProofKind, { by: readonly Side[]; of: readonly TrackName[] }> = {
  'stamped-receipt': { by: ['office'], of: ['paper'] },
  'external-system': { by: ['office', 'secondary'], of: ['system'] },
  callback: { by: ['office'], of: trackNames },
  installation: { by: ['receiving-school'], of: trackNames },
}
