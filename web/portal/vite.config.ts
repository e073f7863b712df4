import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** One classic deferred script: telephones of 2017 run it, and it needs no module loader on a slow line. */
function classicScript(): Plugin {
  return {
    name: 'classic-script',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: html => html.replace(/<script type="module" crossorigin/g, '<script defer'),
  }
}

export default defineConfig({
  base: '/',
  plugins: [vue({ features: { optionsAPI: false } }), classicScript()],
  build: {
    target: 'es2017',
    cssTarget: ['chrome61', 'safari11'],
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { format: 'iife', codeSplitting: false } },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], setupFiles: ['src/test-setup.ts'] },
})
