/** Writes what the web's types need and git does not keep: the route tree, and an empty contract until the real one is made. */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Generator, getConfig } from '@tanstack/router-generator'

const here = dirname(fileURLToPath(import.meta.url))

/** The same for the build and for the type check. */
export const routeFiles = {
  target: 'react',
  autoCodeSplitting: true,
  routesDirectory: join(here, 'routes'),
  generatedRouteTree: join(here, 'routeTree.gen.ts'),
  addExtensions: true,
  quoteStyle: 'single',
  disableLogging: true,
}

export const ensureContract = () => {
  const file = join(here, 'contract.gen.json')
  if (!existsSync(file)) writeFileSync(file, '{}\n')
}

export const generateRoutes = async () => {
  ensureContract()
  await new Generator({ config: getConfig(routeFiles, here), root: here }).run()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateRoutes()
