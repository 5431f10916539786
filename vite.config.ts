import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Inline styles and data: URIs would need holes in the content security policy.
  build: { assetsInlineLimit: 0 },
})
