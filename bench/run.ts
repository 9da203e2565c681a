/** `npm run bench -- --json --only P1,P4`: each measure as a ratio to its limit, measured in the same run on the same machine. */
import { measured } from './measure.ts'
import { p1 } from './p1-import.ts'
import { p1Large } from './p1-large.ts'
import { p2 } from './p2-list.ts'
import { p4 } from './p4-letters.ts'
import { p5 } from './p5-export.ts'
import { p6 } from './p6-start.ts'
import { p7 } from './p7-web.ts'
import { p9 } from './p9-step.ts'

const words = process.argv.slice(2)
const only = words[words.indexOf('--only') + 1]?.split(',')
const chosen = [p1, p1Large, p2, p4, p5, p6, p7, p9].filter(({ id }) => !words.includes('--only') || only?.includes(id))

for (const measure of chosen) {
  const result = await measured(measure).catch((error: Error) => ({ id: measure.id, skipped: error.message }))
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`)
  else if ('skipped' in result) process.stdout.write(`${measure.id}  ${measure.what}\n    not measured: ${result.skipped}\n`)
  else {
    process.stdout.write(
      `${measure.id}  ${measure.what}\n    ours ${result.ours} ${result.unit}, limit ${result.limit}, ratio ${result.ratio}, n ${result.n}\n`,
    )
    for (const [what, figure] of Object.entries(result.beside ?? {})) process.stdout.write(`    ${what}: ${figure}\n`)
  }
}
process.exit(0)
