/** Which rows of a long list are chosen: some by their keys, or all but some. */
export type Chosen = { all: boolean; keys: ReadonlySet<string> }

export const nothing: Chosen = { all: false, keys: new Set() }

export const isChosen = ({ all, keys }: Chosen, key: string): boolean => keys.has(key) !== all

export const toggledOne = ({ all, keys }: Chosen, key: string): Chosen => {
  const left = new Set(keys)
  if (!left.delete(key)) left.add(key)
  return { all, keys: left }
}

export const toggledAll = (checked: boolean): Chosen => ({ all: checked, keys: new Set() })

export const countOf = ({ all, keys }: Chosen, total: number): number => (all ? total - keys.size : keys.size)
