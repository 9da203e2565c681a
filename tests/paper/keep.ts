/** Keeps the pictures anew, once somebody has looked at what changed: `node tests/paper/keep.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { keptFile, type PageName, pages, pictured } from './pages.ts'
import { toPng } from './png.ts'

mkdirSync(new URL('./kept/', import.meta.url), { recursive: true })
for (const name of Object.keys(pages) as PageName[]) writeFileSync(keptFile(name), toPng(pictured(pages[name]())))
