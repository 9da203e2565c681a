/** A few parsed workbooks and checked lists stay in memory, so that a mend is fast; all of it can be derived again from the kept file. */
const KEPT = 4

export class Recent<Value> {
  readonly #held = new Map<string, Value>()

  get(key: string): Value | undefined {
    const value = this.#held.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: Value): Value {
    this.#held.delete(key)
    this.#held.set(key, value)
    const [oldest] = this.#held.keys()
    if (this.#held.size > KEPT) this.#held.delete(oldest!)
    return value
  }

  delete(key: string): void {
    this.#held.delete(key)
  }
}
