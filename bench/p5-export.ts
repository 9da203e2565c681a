import { createRouterClient } from '@orpc/server'
import { writeXlsx } from 'hucre/xlsx'
import { router } from '../src/app/router.ts'
import { foundBench } from './data.ts'
import { openEmbedded } from './embedded.ts'
import { type Measure, seconds } from './measure.ts'
import { columns, rosterOf } from './roster-file.ts'

const ROWS = 10_000

/** P5: select, open every number, the form with its print set-up, packed; audited. */
export const p5: Measure = {
  id: 'P5',
  what: `export 附件1 of ${ROWS} × ${columns.length} with whole numbers, PGlite in memory`,
  unit: 's',
  runs: 3,
  async open() {
    const { rows, file } = await rosterOf(ROWS, 0)
    const { services, close } = await openEmbedded()
    const { cohortId, authUsers } = await foundBench(services, 0)
    const { roster } = createRouterClient(router, { context: { services, authUserId: authUsers.importer } })
    const { id, version } = await roster.imports.upload({ cohortId, file })
    await roster.imports.commit({ id, version })
    const header = columns.map(({ label }) => label)
    return {
      ours: () =>
        seconds(async () => {
          const made = await roster.export({ cohortId, reason: '测速：导出全部号码' })
          if (made.size < 100_000) throw new Error(`The export is only ${made.size} bytes long`)
        }),
      limit: () =>
        seconds(async () => {
          await writeXlsx({ sheets: [{ name: '名册', rows: [header, ...rows] }] })
        }),
      close,
    }
  },
}
