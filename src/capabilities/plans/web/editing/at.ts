/** Reading and writing a place of a plan by its path: `forms.annex1.columns`. */
type Tree = Readonly<Record<string, unknown>>

const steps = (path: string) => (path === '' ? [] : path.split('.'))

export const valueAt = (tree: unknown, path: string): unknown =>
  steps(path).reduce<unknown>((value, step) => (value as Tree | undefined)?.[step], tree)

/** The same tree with another value there; what lies beside stays the same object. */
export const withValue = <Whole>(tree: Whole, path: string, value: unknown): Whole => {
  const [step, ...rest] = steps(path)
  if (step === undefined) return value as Whole
  return { ...(tree as Tree), [step]: withValue((tree as Tree)[step], rest.join('.'), value) } as Whole
}

/** One property of a thing; an optional one that was emptied is left out. */
export const withField = (row: Tree, key: string, value: unknown): Tree => {
  const { [key]: _, ...others } = row
  return value === undefined
    ? others
    : Object.fromEntries([...Object.keys(row), ...(key in row ? [] : [key])].map(one => [one, one === key ? value : row[one]]))
}

export const moved = <Row>(rows: readonly Row[], from: number, by: 1 | -1): Row[] => {
  const to = from + by
  if (to < 0 || to >= rows.length) return [...rows]
  return rows.with(from, rows[to]!).with(to, rows[from]!)
}
