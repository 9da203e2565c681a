import { createRouterClient } from '@orpc/server'
import { readXlsx } from 'hucre/xlsx'
import { router } from '../src/app/router.ts'
import { foundBench } from './data.ts'
import { bareInsert, openEmbedded } from './embedded.ts'
import { type Measure, seconds } from './measure.ts'
import { columns, rosterOf } from './roster-file.ts'

const ROWS = 10_000
const HELD = 9_000
const CHANGED = 3_000

/** P1: read, check every cell, compare, encrypt, commit, audit. */
export const p1: Measure = {
  id: 'P1',
  what: `import ${ROWS} × ${columns.length} into a school that has ${HELD} of them, ${CHANGED} with two changed cells, PGlite in memory`,
  unit: 's',
  runs: 3,
  async open() {
    const held = await rosterOf(HELD, 0)
    const incoming = await rosterOf(ROWS, CHANGED)
    return {
      async ours() {
        const { services, close } = await openEmbedded()
        const { cohortId, authUsers } = await foundBench(services, 0)
        const { imports } = createRouterClient(router, { context: { services, authUserId: authUsers.importer } }).roster
        const take = async (file: File) => {
          const { id, version } = await imports.upload({ cohortId, file })
          return (await imports.commit({ id, version })).counts
        }
        let counts: Awaited<ReturnType<typeof take>> | undefined
        let took = 0
        try {
          await take(held.file)
          took = await seconds(async () => {
            counts = await take(incoming.file)
          })
        } finally {
          await close()
        }
        if (counts?.new !== ROWS - HELD || counts.changed !== CHANGED || counts.same !== HELD - CHANGED)
          throw new Error(`The import is not the one to be measured: ${JSON.stringify(counts)}`)
        return took
      },
      limit: async () => (await seconds(() => readXlsx(incoming.bytes))) + (await bareInsert(incoming.rows)),
      close: async () => undefined,
    }
  },
}
