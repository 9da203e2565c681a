import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { apps, ensureContract } from './src/app/web/generate-routes.mjs'

ensureContract()

const routers = /@tanstack\/(?:router-core|react-router|history|react-store|store)/

type Groups = { name: string; test: RegExp; tags?: '$initial'[] }[]

/** What nearly every page of the desk has, in a few files: each file is a way there and back. Nothing here imports a control that weighs. */
const ofDesk: Groups = [
  {
    name: 'start',
    test: new RegExp(`/node_modules/(?:${routers.source}|@orpc|antd|@ant-design|@rc-component|clsx|@emotion)/`),
    tags: ['$initial'],
  },
  { name: 'plain', test: /\/src\/(?:kernel\/(?:day|decision|mask)\.ts|ui\/(?:Brand|Facts|Glyph|Mark|palette)\.tsx?)/ },
  {
    name: 'page',
    test: /\/src\/(?:ui\/(?:Anchor|EmptyState|ErrorState|Section|Skeleton|Timeline|api|navigation|problem|session|useIdempotencyKey|useTitle)|app\/web\/(?:cohort|entry))\.tsx?/,
  },
  { name: 'page', test: /@tanstack\/(?:react-query|query-core)\// },
]

/**
 * The first page in one file; the controls of the others, and whatever they stand on, in one more: split further, the files would need
 * each other in a circle. What reads a code from a picture comes when it is asked for.
 */
const ofPhone: Groups = [
  { name: 'me', test: /./, tags: ['$initial'] },
  { name: 'controls', test: /\/node_modules\/(?!qr\/)/ },
]

const builds = {
  // The public page is an entry of its own: it shares React with the desk and nothing else.
  desk: { pages: ['index.html', 'receipt.html'], groups: ofDesk, outDir: '../../../dist', base: '/', publicDir: 'public' },
  phone: { pages: ['phone.html'], groups: ofPhone, outDir: '../../../dist/phone', base: '/phone/', publicDir: false },
} as const satisfies Record<keyof typeof apps, { pages: string[]; groups: Groups; outDir: string; base: string; publicDir: string | false }>

export default defineConfig(({ mode }): UserConfig => {
  const app = mode === 'phone' ? 'phone' : 'desk'
  const { pages, groups, outDir, base, publicDir } = builds[app]
  return {
    root: 'src/app/web',
    base,
    publicDir,
    plugins: [tanstackRouter(apps[app]), react()],
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      rolldownOptions: {
        input: pages.map(page => `src/app/web/${page}`),
        output: { codeSplitting: { groups, includeDependenciesRecursively: false } },
      },
      // Inlined files would need data: in the content security policy.
      assetsInlineLimit: 0,
      target: 'es2023',
      // The browsers on office desks in schools; light-dark() is rewritten for them.
      cssTarget: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    },
  }
})
