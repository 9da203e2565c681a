/** Which part belongs to which: relationships and content types, read and added to. */
import { SpreadsheetError } from '../refusals.ts'
import { attributesOf } from '../xml.ts'
import { asText, type Package, Unpatchable } from './package.ts'
import { appended, changed, type Element, elementsOf, prefixOf, withAttribute } from './tags.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** Of a part's own kinds, as most write them; "strict" files have the other. */
export const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

export type Relation = { id: string; kind: string; path: string }

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
const relationsPath = (path: string) => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`

/** `../comments1.xml`, seen from the folder of the part that points to it; an absolute one begins at the root. */
const resolved = (from: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const relative = (from: string, to: string): string => {
  const [here, there] = [folderOf(from).split('/').filter(Boolean), to.split('/')]
  while (here.length > 0 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return [...here.map(() => '..'), ...there].join('/')
}

const childrenOf = (xml: string, name: string) => elementsOf(xml, (found, depth) => depth === 1 && found === name)
const rootOf = (xml: string): Element => {
  const [root] = elementsOf(xml, (_, depth) => depth === 0)
  if (!root) throw new SpreadsheetError('unreadable')
  return root
}

/** Without what lies outside the file. `kind` is the last word of the type: worksheet, comments. */
export const relationsOf = (parts: Package, path: string): Relation[] => {
  const xml = parts.xml(relationsPath(path))
  if (xml === null) return []
  return childrenOf(xml, 'Relationship')
    .map(({ from, inside }) => attributesOf(xml.slice(from, inside)))
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      path: resolved(path, decoded(asText(Target))),
    }))
}

const decoded = (target: string) => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** Points from one part to another, and says by what name. */
export const relate = (parts: Package, path: string, type: string, target: string): string => {
  const at = relationsPath(path)
  const xml = parts.xml(at) ?? `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"/>`
  const taken = new Set(childrenOf(xml, 'Relationship').map(({ from, inside }) => attributesOf(xml.slice(from, inside)).Id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  const line = `<${prefixOf(xml)}Relationship Id="rId${number}" Type="${type}" Target="${relative(path, target)}"/>`
  parts.put(at, ...changed(xml, [appended(xml, rootOf(xml), line)]))
  return `rId${number}`
}

export const dropRelations = (parts: Package, path: string, isDropped: (relation: Relation) => boolean): void => {
  const at = relationsPath(path)
  const xml = parts.xml(at)
  if (xml === null) return
  const dropped = new Set(
    relationsOf(parts, path)
      .filter(isDropped)
      .map(({ id }) => id),
  )
  const lines = childrenOf(xml, 'Relationship').filter(({ from, inside }) => dropped.has(attributesOf(xml.slice(from, inside)).Id ?? ''))
  if (lines.length > 0)
    parts.put(
      at,
      ...changed(
        xml,
        lines.map(({ from, to }) => ({ from, to, text: '' })),
      ),
    )
}

const CONTENT_TYPES = '[Content_Types].xml'
const contentTypes = (parts: Package): string => {
  const xml = parts.xml(CONTENT_TYPES)
  if (xml === null) throw new Unpatchable()
  return xml
}

type Type = { from: number; to: number; tag: string; name: string; of: string; type: string }
const typesIn = (xml: string): Type[] =>
  elementsOf(xml, (name, depth) => depth === 1 && (name === 'Default' || name === 'Override')).map(({ name, from, inside, to }) => {
    const tag = xml.slice(from, inside)
    const given = attributesOf(tag)
    return { from, to, tag, name, of: (given.Extension ?? given.PartName ?? '').toLowerCase(), type: given.ContentType ?? '' }
  })

/** For a part by its path, or for all with an extension. */
export const declareType = (parts: Package, kind: 'Default' | 'Override', of: string, type: string): void => {
  const xml = contentTypes(parts)
  const key = kind === 'Default' ? of : `/${of}`
  const known = typesIn(xml).find(entry => entry.name === kind && entry.of === key.toLowerCase())
  if (known?.type === type) return
  const attributeName = kind === 'Default' ? 'Extension' : 'PartName'
  const change = known
    ? { from: known.from, to: known.from + known.tag.length, text: withAttribute(known.tag, 'ContentType', type) }
    : appended(xml, rootOf(xml), `<${prefixOf(xml)}${kind} ${attributeName}="${key}" ContentType="${type}"/>`)
  parts.put(CONTENT_TYPES, ...changed(xml, [change]))
}

/** Declares each type that the first names as the second says; null: not at all. */
export const retype = (parts: Package, renamed: (type: string, of: string) => string | null): void => {
  const xml = contentTypes(parts)
  const changes = typesIn(xml).flatMap(({ from, to, tag, type, of }) => {
    const now = renamed(type, of)
    if (now === type) return []
    return now === null ? [{ from, to, text: '' }] : [{ from, to: from + tag.length, text: withAttribute(tag, 'ContentType', now) }]
  })
  if (changes.length > 0) parts.put(CONTENT_TYPES, ...changed(xml, changes))
}
