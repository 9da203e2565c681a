import { tiers } from './architecture.mjs'

const cap = 'src/capabilities'
const any = names => `(?:${names.join('|')})`
const door = '(?:index|contract|rules)\\.ts$'

/** One rule per tier, generated: adding a capability means adding one word to `tiers`. */
const tierRules = tiers.map((tier, at) => ({
  name: `tier-${at}-looks-down-only`,
  comment: 'Import a lower tier, or compose the two in src/app.',
  severity: 'error',
  from: { path: `^${cap}/(${any(tier)})/` },
  to: { path: `^${cap}/${any(tiers.slice(at).flat())}/`, pathNot: `^${cap}/$1/` },
}))

export default {
  forbidden: [
    ...tierRules,
    {
      name: 'through-the-front-door',
      comment: 'Other capabilities are entered by index.ts (server) or contract.ts / rules.ts (both sides).',
      severity: 'error',
      from: { path: `^${cap}/([^/]+)/` },
      to: { path: `^${cap}/`, pathNot: [`^${cap}/$1/`, `^${cap}/[^/]+/${door}`] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules take facts as arguments; they know the kernel and other rules only. A schema beside them may use zod.',
      severity: 'error',
      from: { path: `^${cap}/[^/]+/rules(?:\\.ts|/)`, pathNot: '/rules/schema\\.ts$' },
      to: { pathNot: ['^src/kernel/', `^${cap}/[^/]+/rules(?:\\.ts|/)`] },
    },
    {
      name: 'web-is-not-server',
      severity: 'error',
      from: { path: '/web/|^src/ui/', pathNot: '\\.mjs$' },
      to: {
        path: [
          `^${cap}/[^/]+/(?:store|tables|actions|api|index)\\.ts$`,
          '^src/platform/',
          '^(?:node:)?(?:fs|path|crypto|child_process)(?:/|$)',
        ],
      },
    },
    {
      name: 'web-knows-contracts-by-type',
      comment: 'zod and schemas stay out of the browser.',
      severity: 'error',
      from: { path: '/web/|^src/ui/' },
      to: { path: ['/contract\\.ts$', 'node_modules/zod/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-lives-in-stores',
      comment: 'Only stores, tables and platform/database speak Kysely.',
      severity: 'error',
      from: { path: '^(?:src/(?:capabilities|app)|seed)/', pathNot: '/(?:store|tables)\\.ts$|/store/' },
      to: { path: 'node_modules/kysely', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'paper-lives-in-platform',
      comment: 'Letters and reports are data until the last moment; only platform/ knows PDF and xlsx.',
      severity: 'error',
      from: { path: '^src/(?!platform/)' },
      to: { path: 'node_modules/(?:hucre|@e965/xlsx|@myriaddreamin|fontkit)/' },
    },
    {
      name: 'kernel-knows-nothing',
      comment: 'Pure words; zod and the contract builder are its only packages.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: ['^src/kernel/', 'node_modules/(?:zod|@orpc/contract)/'] },
    },
    {
      name: 'contracts-cross-the-wire',
      comment: 'A contract is read by browser and server alike.',
      severity: 'error',
      from: { path: `^${cap}/[^/]+/contract\\.ts$` },
      to: { pathNot: ['^src/kernel/', `^${cap}/[^/]+/(?:contract|rules)(?:\\.ts$|/)`, 'node_modules/zod/'] },
    },
    {
      name: 'platform-has-no-domain',
      severity: 'error',
      from: { path: '^src/(?:platform|ui)/' },
      to: { path: '^src/(?:capabilities|app)/' },
    },
    { name: 'app-is-the-top', severity: 'error', from: { path: '^src/(?!app/)' }, to: { path: '^src/app/|^seed/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
    exclude: '\\.test\\.tsx?$|\\.gen\\.(?:ts|json)$',
  },
}
