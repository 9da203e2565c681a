import type { DestinationCode } from '../../plans/rules.ts'

/** 出国（境）学习: who is kept at the school for it needs two people at home. */
export const abroadStudy: DestinationCode = 'D05'
