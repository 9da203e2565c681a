/** What passes between the caller and the typesetting thread. */
export type Job = { id: number; source: string; json: string }
export type Answer = { id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; problem: string }
