/** Files of a build that need each other in a circle work or fail by the order in which they come: none of the phone's do. */
import { readdirSync, readFileSync } from 'node:fs'

const needed = (text: string) => [...text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(found => found[1]!)

export function circleIn(folder: string): string[] | null {
  const files = readdirSync(folder).filter(name => name.endsWith('.js'))
  if (files.length === 0) throw new Error(`${folder} holds no script`)
  const needs = new Map(files.map(name => [name, needed(readFileSync(`${folder}/${name}`, 'utf8'))]))
  const done = new Set<string>()
  const walk = (name: string, way: readonly string[]): string[] | null => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name]
    if (done.has(name)) return null
    for (const next of needs.get(name) ?? []) {
      const circle = walk(next, [...way, name])
      if (circle) return circle
    }
    done.add(name)
    return null
  }
  for (const name of files) {
    const circle = walk(name, [])
    if (circle) return circle
  }
  return null
}
