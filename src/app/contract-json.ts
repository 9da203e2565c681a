/** Writes what the browser needs of the contract: paths, methods and how input is laid out; no schemas, no words, no permissions. */
import { writeFile } from 'node:fs/promises'
import { type AnyContractRouter, isContractProcedure, minifyContractRouter } from '@orpc/contract'
import { contract } from './contract.ts'

const bare = (router: AnyContractRouter): unknown => {
  if (!isContractProcedure(router)) return Object.fromEntries(Object.entries(router).map(([name, inside]) => [name, bare(inside)]))
  const { errorMap, route } = router['~orpc']
  const { summary: _, tags: __, description: ___, ...needed } = route
  return { '~orpc': { errorMap, meta: {}, route: needed } }
}

await writeFile(new URL('./web/contract.gen.json', import.meta.url), JSON.stringify(bare(minifyContractRouter(contract))))
