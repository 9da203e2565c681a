/** The register as a list to be signed by hand: one page or more a branch, in roster order. */
import { readFileSync } from 'node:fs'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import type { Sheets } from './placed.ts'

export type ToSign = { number: string; name: string; studentNumber: string; branchName: string; unitName: string | null; path: string }

const source = readFileSync(new URL('./sign-list.typ', import.meta.url), 'utf8')

/** `rows` in roster order: those of a branch stand together. */
export const signList = (rows: readonly ToSign[], { committee, year, on }: { committee: string; year: string; on: Day }): Sheets => ({
  source,
  data: {
    committee,
    year,
    on: dayInWords(on),
    branches: [...Map.groupBy(rows, ({ path }) => path).values()].map(ofBranch => ({
      name: `${ofBranch[0]!.unitName ?? ''}${ofBranch[0]!.branchName}`,
      short: ofBranch[0]!.branchName,
      rows: ofBranch.map(({ number, name, studentNumber }) => ({ number, name, studentNumber })),
    })),
  },
})
