import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ensureContract, routeFiles } from './src/app/web/generate-routes.mjs'

ensureContract()

export default defineConfig({
  root: 'src/app/web',
  plugins: [tanstackRouter(routeFiles), react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: '../../../dist',
    emptyOutDir: true,
    manifest: true,
    // The public page is an entry of its own: it shares React with the desk and nothing else.
    rolldownOptions: { input: ['src/app/web/index.html', 'src/app/web/receipt.html'] },
    // Inlined files would need data: in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2023',
    // The browsers on office desks in schools; light-dark() is rewritten for them.
    cssTarget: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  },
})
