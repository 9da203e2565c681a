/** Writes what the web's types need and git does not keep: the route trees, and an empty contract until the real one is made. */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Generator, getConfig } from '@tanstack/router-generator'

const here = dirname(fileURLToPath(import.meta.url))

/** The same for the build and for the type check. */
const routesOf = folder => ({
  target: 'react',
  autoCodeSplitting: true,
  routesDirectory: join(folder, 'routes'),
  generatedRouteTree: join(folder, 'routeTree.gen.ts'),
  addExtensions: true,
  quoteStyle: 'single',
  disableLogging: true,
})

/** Two apps: the desk's, and the phone's, whose first page comes whole. */
export const apps = {
  desk: routesOf(here),
  phone: {
    ...routesOf(join(here, 'phone')),
    codeSplittingOptions: { splitBehavior: ({ routeId }) => (routeId === '/me' || routeId === '/me/' ? [] : undefined) },
  },
}

export const ensureContract = () => {
  const file = join(here, 'contract.gen.json')
  if (!existsSync(file)) writeFileSync(file, '{}\n')
}

export const generateRoutes = async () => {
  ensureContract()
  for (const app of Object.values(apps)) await new Generator({ config: getConfig(app, here), root: here }).run()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateRoutes()
