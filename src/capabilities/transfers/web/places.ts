/** The list of divisions, fetched when it is first asked for: too heavy to come with the page. */
import { useQuery } from '@tanstack/react-query'

type Branch = { code: string; name: string; children?: Branch[] }
export type Place = { code: string; name: string; children: Place[] }

/** These stand between a province and its districts, and nobody writes them: their children move up. */
const silent = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** Six digits for province, city and county, twelve where a town is chosen. */
const fullCode = (code: string) => code.padEnd(code.length > 6 ? 12 : 6, '0')

export const placesFrom = (branches: readonly Branch[]): Place[] =>
  branches.flatMap(({ code, name, children = [] }) => {
    const below = placesFrom(children)
    return silent.has(name) ? below : [{ code: fullCode(code), name, children: below }]
  })

const list = new URL('../../../platform/divisions/pca-code.json', import.meta.url)

const fetchPlaces = async (): Promise<Place[]> => {
  const answer = await fetch(list)
  if (!answer.ok) throw new TypeError(`divisions: ${answer.status}`)
  return placesFrom((await answer.json()) as Branch[])
}

export const usePlaces = () => useQuery({ queryKey: ['divisions'], queryFn: fetchPlaces, staleTime: Number.POSITIVE_INFINITY })

/** From the province down to the code; empty for a code that is not in the list. */
export const wayTo = (places: readonly Place[], code: string): Place[] => {
  for (const place of places) {
    if (place.code === code) return [place]
    const below = wayTo(place.children, code)
    if (below.length > 0) return [place, ...below]
  }
  return []
}

export const nameOf = (way: readonly Place[]): string => way.map(({ name }) => name).join('')
