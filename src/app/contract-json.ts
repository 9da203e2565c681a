/** Writes what the browser needs of the contract: paths and methods, without the schemas and their library. */
import { writeFile } from 'node:fs/promises'
import { minifyContractRouter } from '@orpc/contract'
import { contract } from './contract.ts'

await writeFile(new URL('./web/contract.gen.json', import.meta.url), JSON.stringify(minifyContractRouter(contract)))
