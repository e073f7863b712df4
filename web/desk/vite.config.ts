import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: '/desk/',
  plugins: [vue()],
  build: { target: 'es2020', chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: {
    environment: 'happy-dom',
    server: { deps: { inline: ['element-plus'] } },
  },
})
