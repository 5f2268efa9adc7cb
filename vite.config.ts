import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npm run dev`: the screens with hot reload, asking the program that runs at EMBUDO_URL. */
const program = process.env.EMBUDO_URL ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Older targets would rewrite light-dark(), which then misses the theme's switch.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': program } },
})
