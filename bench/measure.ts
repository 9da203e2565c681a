/** One measure: our work and the bare work it is held against, run in turns, so that a slow minute of the machine meets both. */
export interface Measure {
  id: string
  what: string
  unit: 's' | 'requests/s' | 'MB' | 'KB'
  /** How often each side runs; the medians are compared. */
  runs: number
  open(): Promise<{ ours(): Promise<number>; limit(): Promise<number>; beside?(): Promise<Record<string, number>>; close(): Promise<void> }>
}

export interface Result {
  id: string
  /** Our cost over the limit's: below 1 we are the faster. */
  ratio: number
  ours: number
  limit: number
  unit: string
  n: number
  /** Seen on the way, and held against nothing here. */
  beside?: Record<string, number>
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const rounded = (value: number) => Number(value.toPrecision(3))

export async function measured({ id, unit, runs, open }: Measure): Promise<Result> {
  const { ours, limit, beside, close } = await open()
  const seen = { ours: [] as number[], limit: [] as number[] }
  let further: Record<string, number> = {}
  try {
    for (let run = 0; run < runs; run++) {
      seen.limit.push(await limit())
      seen.ours.push(await ours())
    }
    further = (await beside?.()) ?? {}
  } finally {
    await close()
  }
  const [mine, bare] = [median(seen.ours), median(seen.limit)]
  const ratio = rounded(unit === 'requests/s' ? bare / mine : mine / bare)
  const figures = Object.entries(further).map(([what, figure]) => [what, rounded(figure)] as const)
  return {
    id,
    ratio,
    ours: rounded(mine),
    limit: rounded(bare),
    unit,
    n: runs,
    ...(figures.length > 0 && { beside: Object.fromEntries(figures) }),
  }
}

/** Seconds that the work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}
