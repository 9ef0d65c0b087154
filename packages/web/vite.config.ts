import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { preload } from './preload.ts'

/**
 * What nearly every screen uses, in one file instead of forty: each file is a request, and on a machine with little to spare a request costs more than the bytes that a screen does not
 * use. Components that only a few screens show stay out, or the first page grows.
 */
const FIRST =
  /@mantine[\\/](?:hooks|core[\\/]esm[\\/](?:core|components[\\/](?:ActionIcon|Anchor|AppShell|Avatar|Badge|Burger|Button|Center|Checkbox|CloseButton|Collapse|Combobox[\\/]ComboboxChevron|FocusTrap|Group|InlineInput|Input|InputBase|Kbd|Loader|NavLink|Paper|Popover|Portal|Stack|Text|TextInput|Title|Transition|UnstyledButton|VisuallyHidden))[\\/])|react-remove-scroll|react-style-singleton|use-(?:callback-ref|sidecar)[\\/]|@(?:floating-ui|tanstack)[\\/]|packages[\\/]web[\\/]src[\\/](?:api|session|shell|text[\\/](?:shell|statuses|incidents)|screens[\\/]incidents|parts[\\/](?:day-text|severity|icons|time-text|page))/

/** What at least three other screens use, in a second file, for the same reason; the first page does not wait for it, nor does any page for the parser of Markdown with which some parts come. */
const SECOND =
  /@mantine[\\/]core[\\/]esm[\\/]|packages[\\/]web[\\/]src[\\/](?:parts[\\/](?!inline-text|markdown-text|document[\\/]document-view|origin-mark)|(?:text|rooms|screens[\\/](?:incident|post-mortem[\\/]actions))[\\/])/

/** The pages, for a server that sends `script-src 'self'`: nothing inline, nothing as a data: address. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preload()],
  resolve: {
    alias: [{ find: /^temporal-polyfill$/, replacement: join(import.meta.dirname, 'src', 'native-temporal.ts') }],
    dedupe: ['yjs', 'react', 'react-dom', '@tiptap/core', '@tiptap/pm', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view'],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: FIRST, minShareCount: 2, priority: 2 },
            { name: 'second', test: SECOND, minShareCount: 3, priority: 1, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
})
