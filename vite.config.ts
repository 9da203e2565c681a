import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ensureContract, routeFiles } from './src/app/web/generate-routes.mjs'

ensureContract()

/** What nearly every page has, in a few files: each file is a way there and back for a phone. Nothing here imports a control that weighs. */
const together: { name: string; test: RegExp; tags?: '$initial'[] }[] = [
  {
    name: 'start',
    test: /\/node_modules\/(?:@tanstack\/(?:router-core|react-router|history|react-store|store)|@orpc|antd|@ant-design|@rc-component|clsx|@emotion)\//,
    tags: ['$initial'],
  },
  { name: 'plain', test: /\/src\/(?:kernel\/(?:day|decision|mask)\.ts|ui\/(?:Brand|Facts|Glyph|Mark|palette)\.tsx?)/ },
  {
    name: 'page',
    test: /\/src\/(?:ui\/(?:Anchor|EmptyState|ErrorState|PhonePage|Section|Skeleton|Timeline|api|navigation|problem|session|useIdempotencyKey|useTitle)|app\/web\/(?:cohort|entry))\.tsx?/,
  },
  { name: 'page', test: /@tanstack\/(?:react-query|query-core)\// },
  { name: 'icons', test: /@ant-design\/icons.*\/(?:Bell|Home|Idcard|Mail|QuestionCircle|Right|Scan|Send|Setting)Outlined/ },
]

export default defineConfig({
  root: 'src/app/web',
  plugins: [tanstackRouter(routeFiles), react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: '../../../dist',
    emptyOutDir: true,
    manifest: true,
    // The public page is an entry of its own: it shares React with the desk and nothing else.
    rolldownOptions: {
      input: ['src/app/web/index.html', 'src/app/web/receipt.html'],
      output: { codeSplitting: { groups: together, includeDependenciesRecursively: false } },
    },
    // Inlined files would need data: in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2023',
    // The browsers on office desks in schools; light-dark() is rewritten for them.
    cssTarget: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  },
})
