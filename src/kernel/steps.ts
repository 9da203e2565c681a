/** Long work that can be left off after each step: done at once where nobody waits, by and by where a server answers others meanwhile. */
export type Steps<Result> = Generator<undefined, Result, undefined>

export const atOnce = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** So long at a time; what else is due comes between. */
const AT_A_TIME_MS = 10

export const byAndBy = async <Result>(steps: Steps<Result>): Promise<Result> => {
  let step = steps.next()
  for (let began = performance.now(); !step.done; step = steps.next()) {
    if (performance.now() - began < AT_A_TIME_MS) continue
    await new Promise(resolve => setTimeout(resolve, 0))
    began = performance.now()
  }
  return step.value
}

/** What is done already. */
// biome-ignore lint/correctness/useYield: it has no step left.
export function* ready<Result>(result: Result): Steps<Result> {
  return result
}

/** A step for each of `all`. */
export function* mapping<Value, Result>(all: readonly Value[], work: (value: Value) => Result): Steps<Result[]> {
  const results: Result[] = []
  for (const value of all) {
    results.push(work(value))
    yield
  }
  return results
}
