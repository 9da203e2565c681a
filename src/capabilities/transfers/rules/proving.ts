import { type TransferFacts, tracksOut } from './facts.ts'
import { type ProofKind, proofKinds, proofs } from './proofs.ts'
import type { Side, TrackName } from './states.ts'

/** The track that a proof settles: the first one under way that it can speak for. */
export const provenTrack = (facts: Pick<TransferFacts, 'tracks'>, kind: ProofKind): TrackName | undefined =>
  tracksOut(facts).find(track => proofs[kind].of.includes(track))

/** The proofs that these sides can bring now. */
export const proofsFor = (facts: Pick<TransferFacts, 'tracks'>, acting: readonly Side[]): ProofKind[] =>
  proofKinds.filter(kind => proofs[kind].by.some(side => acting.includes(side)) && provenTrack(facts, kind))
