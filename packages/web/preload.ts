import type { Plugin } from 'vite'

/** An address with the modules of the screen that it shows, in `src`, and what that screen asks the API first; `$1` is what the address names. */
type Row = readonly [address: string, screens: readonly string[], asks: readonly string[]]

const SCREENS: readonly Row[] = [
  ['^/(?:incidents)?$', ['screens/incidents/incidents-screen.tsx'], ['/v1/incidents?limit=60', '/v1/configuration', '/v1/views']],
  ['^/incidents/([^/]+)$', ['screens/incident/incident-screen.tsx', 'screens/facts/facts-screen.tsx'], ['/v1/incidents/$1', '/v1/configuration']],
  ['^/incidents/([^/]+)/timeline$', ['screens/incident/incident-screen.tsx', 'screens/timeline/timeline-screen.tsx'], ['/v1/incidents/$1']],
  ['^/incidents/([^/]+)/records$', ['screens/incident/incident-screen.tsx', 'screens/records/records-screen.tsx'], ['/v1/incidents/$1']],
  ['^/post-mortems$', ['screens/post-mortems/post-mortems-screen.tsx'], []],
  ['^/post-mortems/([^/]+)$', ['screens/post-mortem/post-mortem-screen.tsx', 'rooms/room.ts', 'screens/post-mortem/writing-page.tsx'], ['/v1/post-mortems/$1']],
  ['^/post-mortems/([^/]+)/read$', ['screens/reading/reading-screen.tsx'], ['/v1/post-mortems/$1']],
  ['^/follow-ups$', ['screens/follow-ups/follow-ups-screen.tsx'], []],
  ['^/templates/([^/]+)$', ['screens/templates/template-screen.tsx'], []],
]

/** The font of nearly every word. */
const FONT = /\/inter-latin-wght-normal-[^/]*\.woff2$/

/** Runs in the browser as `early.js`, before the page's own code is there: `table` holds an address, its scripts, its styles, and what it asks. */
function begin(table: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[]): void {
  const { pathname, search } = location
  const found = table.find(([address]) => new RegExp(address).test(pathname))
  if (found === undefined) return
  const [address, scripts, styles, asks] = found
  // What is asked goes first: the server has to think about it. What an address narrows, the page itself asks for.
  const asked = search === '' ? asks.map((path) => pathname.replace(new RegExp(address), path)) : []
  const early = new Map(['/v1/me', ...asked].map((path) => [path, fetch(path, { credentials: 'same-origin' })]))
  for (const answer of early.values()) answer.catch(() => undefined)
  Object.assign(globalThis, { early })
  const links = document.createDocumentFragment()
  const add = (given: Readonly<Record<string, string>>): void => links.append(Object.assign(document.createElement('link'), given))
  for (const href of scripts) add({ rel: 'modulepreload', href })
  // The same way in which the page asks for them: else the browser fetches each twice.
  for (const href of styles) add({ rel: 'preload', as: 'style', crossOrigin: '', href })
  document.head.append(links)
}

/** Has the code of the first screen, and what it asks, on their way while the browser still reads the page: else each would be known of only when the one before it has run. */
export function preload(): Plugin {
  return {
    name: 'preload',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) => [
        { tag: 'script', attrs: { src: '/early.js', async: true, fetchpriority: 'high' }, injectTo: 'head-prepend' },
        // Known of only when there are words to show, it would come when they are shown already, and have all of them laid out once more.
        ...Object.keys(bundle)
          .filter((file) => FONT.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          })),
      ],
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const entry = chunks.find(({ isEntry }) => isEntry)
      const filesOf = (file: string, seen: Set<string>): Set<string> => {
        if (!seen.has(file)) for (const one of byFile.get((seen.add(file), file))?.imports ?? []) filesOf(one, seen)
        return seen
      }
      const first = entry === undefined ? new Set<string>() : filesOf(entry.fileName, new Set())
      const table = SCREENS.map(([address, screens, asks]) => {
        const files = new Set<string>()
        for (const screen of screens) {
          const chunk = chunks.find(({ facadeModuleId, moduleIds }) =>
            [facadeModuleId, ...moduleIds].some((id) => id?.replaceAll('\\', '/').endsWith(`/src/${screen}`)),
          )
          if (chunk === undefined) this.error(`There is no screen ${screen} to preload: correct packages/web/preload.ts.`)
          filesOf(chunk.fileName, files)
        }
        const scripts = [...files].filter((file) => !first.has(file))
        const styles = scripts.flatMap((file) => [...(byFile.get(file)?.viteMetadata?.importedCss ?? [])])
        return [address, scripts.map((file) => `/${file}`), [...new Set(styles)].map((file) => `/${file}`), asks]
      })
      this.emitFile({ type: 'asset', fileName: 'early.js', source: `;(${begin.toString()})(${JSON.stringify(table)})\n` })
    },
  }
}
