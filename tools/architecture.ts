/** What a room may import, and what it is. Paths are relative to the repository, with `/`. */
interface Room {
  /** A folder; the longest match decides. */
  readonly folder: string
  /** Packages and `node:` modules that it may import: exact names, or a prefix ending in `*`. */
  readonly imports: readonly string[]
  /** Folders outside its own that its relative imports may reach. */
  readonly reaches: readonly string[]
}

/** Who may import whom. A new package, or a line here that grows, wants a reason in the commit. */
const ROOMS: readonly Room[] = [
  {
    folder: 'packages/core/src',
    imports: ['mdast', 'unist', 'mdast-util-*', 'micromark-*', 'yaml', 'temporal-polyfill'],
    reaches: [],
  },
  { folder: 'packages/adapters/src', imports: ['@blamefree/core'], reaches: [] },
  { folder: 'packages/adapters/src/sources/*', imports: ['@blamefree/core', 'yaml', 'mdast'], reaches: [] },
  { folder: 'packages/adapters/src/destinations/*', imports: ['@blamefree/core', 'mdast', 'unist'], reaches: [] },
  {
    folder: 'packages/adapters/src/destinations/pdf',
    imports: ['@blamefree/core', 'mdast', 'unist', '@myriaddreamin/typst-ts-node-compiler', 'node:*'],
    reaches: [],
  },
  // Zip files are packed and unpacked by Node's own zlib.
  { folder: 'packages/adapters/src/sources/slack-export', imports: ['@blamefree/core', 'mdast', 'node:zlib'], reaches: [] },
  { folder: 'packages/adapters/src/destinations/docx', imports: ['@blamefree/core', 'fflate', 'mdast', 'unist', 'node:zlib'], reaches: [] },
  // A service account signs for its token, and a webhook its messages.
  { folder: 'packages/adapters/src/destinations/webhook', imports: ['@blamefree/core', 'mdast', 'node:crypto'], reaches: [] },
  { folder: 'packages/adapters/src/destinations/google-docs', imports: ['@blamefree/core', 'mdast', 'node:crypto'], reaches: [] },
  {
    folder: 'packages/adapters/src/destinations/git',
    imports: ['@blamefree/core', 'mdast', 'node:child_process', 'node:fs/promises', 'node:os', 'node:path'],
    reaches: [],
  },
  { folder: 'packages/editor/src', imports: ['@blamefree/core', 'mdast', 'prosemirror-model', '@tiptap/y-tiptap', 'yjs'], reaches: [] },
  {
    folder: 'packages/server/src',
    imports: [
      '@blamefree/core',
      '@blamefree/adapters',
      '@blamefree/editor',
      'node:*',
      '@fastify/*',
      'better-auth*',
      'fastify*',
      'zod',
      'nodemailer',
      'prom-client',
      'mdast',
      'yjs',
      'y-protocols/awareness',
      '@hocuspocus/server',
      'crossws/adapters/node',
      '@node-rs/argon2',
      'kysely',
      'pg',
      'pg-boss',
      'pg-copy-streams',
      'openapi-fetch',
    ],
    reaches: [],
  },
  {
    folder: 'packages/web/src',
    imports: [
      '@blamefree/core',
      '@blamefree/editor',
      'mdast',
      'react',
      'react-dom*',
      '@mantine/*',
      '@tanstack/*',
      '@tiptap/*',
      '@hocuspocus/provider',
      '@fontsource-variable/inter/wght.css',
      'openapi-fetch',
      'temporal-polyfill*',
      'y-indexeddb',
      'y-protocols/*',
      'yjs',
    ],
    reaches: [],
  },
  {
    folder: 'packages/web/tests',
    imports: ['@blamefree/server', '@blamefree/adapters', 'playwright-core', 'node:*', 'axe-core', 'fflate'],
    reaches: ['tools', 'packages/server/src/testing'],
  },
  {
    folder: 'packages/cli/src',
    imports: [
      '@blamefree/core',
      '@blamefree/adapters',
      '@blamefree/adapters/destinations',
      '@blamefree/server',
      '@blamefree/server/start',
      'commander',
      'node:*',
    ],
    reaches: [],
  },
  { folder: 'tools/openapi', imports: ['@blamefree/server', 'openapi-typescript', 'typescript', 'node:*'], reaches: [] },
  { folder: 'tools', imports: ['node:*', 'fast-check', 'rolldown'], reaches: ['packages/cli/src'] },
]

/** A thing that only one file (or folder) may do, so that there is one place to look. */
interface Door {
  readonly name: string
  readonly pattern: RegExp
  /** Files or folders that may; everything else under `within` may not. */
  readonly keepers: readonly string[]
  readonly within: readonly string[]
}

const CORE = ['packages/core/src']
const PURE = ['packages/core/src', 'packages/adapters/src', 'packages/editor/src']

/** The doors to the outside, and to the few things that must have one home. Strings and comments are not looked at. */
const DOORS: readonly Door[] = [
  { name: 'the clock', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/, keepers: [], within: PURE },
  { name: 'chance', pattern: /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b|\brandomBytes\b/, keepers: [], within: PURE },
  {
    name: 'the network',
    pattern: /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\(/,
    keepers: ['packages/server/src/world/outbound.ts', 'packages/web/src/api', 'packages/web/tests'],
    within: ['packages'],
  },
  {
    name: 'the environment',
    pattern: /\bprocess\.(?:env|argv|cwd)\b/,
    keepers: ['packages/cli/src', 'packages/adapters/src/destinations/pdf', 'packages/adapters/src/destinations/git', 'packages/web/tests'],
    within: ['packages'],
  },
  {
    name: 'a timer',
    pattern: /\bset(?:Timeout|Interval|Immediate)\(/,
    keepers: ['packages/cli/src', 'packages/adapters/src/destinations/pdf', 'packages/server/src', 'packages/web'],
    within: ['packages'],
  },
  { name: 'evaluation', pattern: /\beval\(|\bnew Function\(/, keepers: [], within: ['packages', 'tools'] },
  {
    name: 'the machine\u2019s time zone',
    pattern: /\.toLocale(?:Date|Time)?String\(|\.get(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/,
    keepers: [],
    within: ['packages'],
  },
  { name: 'the global object', pattern: /\bglobalThis\b/, keepers: [], within: CORE },
]

/** Modules that one file imports and no other: `[module, file]`. Type-only imports do not count. */
const KEEPERS: readonly (readonly [string, readonly string[]])[] = [
  ['mdast-util-from-markdown', ['packages/core/src/markdown.ts', 'packages/core/src/markdown']],
  ['micromark-extension-directive', ['packages/core/src/markdown.ts', 'packages/core/src/markdown']],
  ['commander', ['packages/cli/src']],
  ...['node:http', 'node:https', 'node:http2', 'node:dns', 'node:dns/promises', 'node:tls'].map(
    (module) => [module, ['packages/server/src/world/outbound.ts']] as const,
  ),
  ['prosemirror-model', ['packages/editor/src']],
  ['@tiptap/y-tiptap', ['packages/editor/src', 'packages/web/src/screens/post-mortem']],
  ['yjs', ['packages/editor/src', 'packages/server/src/rooms', 'packages/web/src/rooms', 'packages/web/src/screens/post-mortem']],
  ['pg', ['packages/server/src/store', 'packages/server/src/jobs']],
  ['kysely', ['packages/server/src/store', 'packages/server/src/people/auth']],
]

const VAGUE = /(?:^|\/)(?:utils?|helpers?|common|shared|lib|misc|manager|service|handler|base|types|interfaces)\.(?:ts|tsx)$/

/** One breach: the file, and a sentence. */
export interface Breach {
  readonly file: string
  readonly message: string
}

/** Every breach of the rules above in a set of source files (path → text). Tests and benches are held to the imports of nobody, but to the names. */
export function breaches(files: ReadonlyMap<string, string>): Breach[] {
  const found: Breach[] = []
  for (const [file, text] of files) {
    if (VAGUE.test(file)) found.push({ file, message: 'is named after nothing: a file is named after its main export.' })
    if (isTest(file)) continue
    found.push(...importBreaches(file, text), ...doorBreaches(file, text))
  }
  return found
}

function importBreaches(file: string, text: string): Breach[] {
  const room = roomOf(file)
  if (room === null) return [{ file, message: 'lies in no room: add its folder to the table of rooms, or move it.' }]
  const found: Breach[] = []
  for (const { specifier, typeOnly } of importsOf(text)) {
    if (specifier.startsWith('.')) {
      const target = resolvePath(file, specifier)
      const home = folderOf(file, room)
      if (!inside(target, home) && !room.reaches.some((folder) => inside(target, folder)) && !registry(file)) {
        found.push({ file, message: `imports ${specifier}, which is outside of ${home}.` })
      }
    } else if (!room.imports.some((allowed) => matches(specifier, allowed))) {
      found.push({ file, message: `imports ${specifier}; ${room.folder} may import ${room.imports.join(', ')}.` })
    }
    const keeper = KEEPERS.find(([module]) => module === specifier)
    if (keeper !== undefined && !typeOnly && !keeper[1].some((place) => inside(file, place))) {
      found.push({ file, message: `imports ${specifier}, which only ${keeper[1].join(' and ')} may.` })
    }
  }
  return found
}

function doorBreaches(file: string, text: string): Breach[] {
  const code = withoutStringsAndComments(text)
  return DOORS.filter(({ within }) => within.some((folder) => inside(file, folder)))
    .filter(({ keepers }) => !keepers.some((place) => inside(file, place)))
    .filter(({ pattern }) => pattern.test(code))
    .map(({ name, pattern }) => ({ file, message: `uses ${name} (${pattern.exec(code)?.[0] ?? ''}), which is not for this room.` }))
}

const isTest = (file: string): boolean => /\.test\.ts$|\/testing\/|\/bench\/|\/fixtures\//.test(file)

/** The lists that name every adapter, and the chooser over them, may look into the adapters' folders. */
const registry = (file: string): boolean => /^packages\/adapters\/src\/[a-z-]+\.ts$/.test(file)

function roomOf(file: string): Room | null {
  return (
    ROOMS.filter(({ folder }) => inside(file, folder)).toSorted(
      (a, b) => b.folder.length - a.folder.length || Number(a.folder.includes('*')) - Number(b.folder.includes('*')),
    )[0] ?? null
  )
}

/** The folder that a file's relative imports must stay in: with `sources/*`, the source's own. */
function folderOf(file: string, room: Room): string {
  return file.split('/').slice(0, room.folder.split('/').length).join('/')
}

function inside(file: string, folder: string): boolean {
  const parts = folder.split('/')
  const own = file.split('/')
  return parts.every((part, index) => (part === '*' ? own[index + 1] !== undefined : part === own[index]))
}

const matches = (specifier: string, allowed: string): boolean => (allowed.endsWith('*') ? specifier.startsWith(allowed.slice(0, -1)) : specifier === allowed)

function resolvePath(file: string, specifier: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Every module that a source text names: static, re-exported and dynamic. */
export function importsOf(text: string): { specifier: string; typeOnly: boolean }[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = [...code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map((match) => ({
    specifier: match[2] ?? '',
    typeOnly: match[1] !== undefined,
  }))
  return [...found, ...[...code.matchAll(/\bimport\(\s*'([^']+)'/g)].map((match) => ({ specifier: match[1] ?? '', typeOnly: false }))]
}

/** A text with the insides of strings, templates, regular expressions and comments blanked, so that only code is looked at. Crude, and enough. */
export function withoutStringsAndComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (match) =>
    match.startsWith('`') ? keepInserts(match) : "''",
  )
}

/** Of a template literal, only what is inserted is code. */
const keepInserts = (literal: string): string => [...literal.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(' ; ')
