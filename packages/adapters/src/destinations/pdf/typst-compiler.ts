import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fontFiles } from './fonts.ts'
import type { TypstComplaint, TypstJob, TypstReply } from './typst-job.ts'

/**
 * Opens Typst and returns what sets a job. One compiler serves every job: one for each would take 30 MB a job.
 *
 * Its root is a folder that is not there: everything it can read is put there in memory, and nothing on the disk is below it.
 * Throws what the binding throws where it has no binary for this platform.
 */
export async function openTypst(): Promise<(job: TypstJob) => TypstReply> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }] })
  const own = OWN_FILES.map((name) => [name, readFileSync(join(import.meta.dirname, 'typst', name))] as const)
  return (job) => {
    for (const [name, bytes] of own) put(compiler, name, bytes)
    put(compiler, 'page.json', Buffer.from(job.page))
    put(compiler, 'company.typ', Buffer.from(job.company ?? '#import "look.typ": template\n'))
    job.images.forEach((bytes, index) => put(compiler, `image-${index}`, bytes))
    try {
      return set(compiler, job, [])
    } finally {
      compiler.resetShadow()
      compiler.evictCache(KEPT)
    }
  }
}

const ROOT = resolve('/blamefree')
const OWN_FILES = ['main.typ', 'look.typ', 'content.typ'] as const
const MAIN = join(ROOT, 'main.typ')
/** What Typst remembers of earlier jobs is let go when this many have not used it. */
const KEPT = 5

function put(compiler: NodeCompiler, name: string, bytes: Uint8Array): void {
  compiler.mapShadow(join(ROOT, name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

function set(compiler: NodeCompiler, job: TypstJob, damaged: readonly number[]): TypstReply {
  const ask = { mainFilePath: MAIN, inputs: { damaged: JSON.stringify(damaged) } }
  try {
    return { kind: 'pdf', bytes: compiler.pdf(ask, { pdfStandard: 'ua-1' }), missing: [], breaches: [], damaged }
  } catch (error) {
    const message = messageOf(error)
    if (message.includes(STANDARD)) {
      const missing = [...message.matchAll(NO_GLYPH)].map((match) => unescaped(match[1] ?? ''))
      const breaches = [...message.matchAll(BREACH)].map((match) => match[1] ?? '').filter((breach) => !breach.startsWith('the text `'))
      return { kind: 'pdf', bytes: compiler.pdf(ask), missing, breaches, damaged }
    }
    const broken = damaged.length > 0 ? [] : job.images.flatMap((_, index) => (isDamaged(compiler, index) ? [index] : []))
    return broken.length > 0 ? set(compiler, job, broken) : { kind: 'refused', complaints: complaintsOf(compiler, ask) }
  }
}

const STANDARD = 'PDF/UA-1 error'
const NO_GLYPH = /the text `\\?"(.+?)\\?"` could not be displayed/g
const BREACH = /PDF\/UA-1 error: (.+?)", trace/g
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Rust prints what cannot be printed as `\u{10ffff}`, twice escaped. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

function isDamaged(compiler: NodeCompiler, index: number): boolean {
  const result = compiler.compile({ mainFileContent: `#image(read("/image-${index}", encoding: none))` })
  return result.hasError()
}

function complaintsOf(compiler: NodeCompiler, ask: Parameters<NodeCompiler['compile']>[0]): TypstComplaint[] {
  const result = compiler.compile(ask)
  const diagnostics = result.takeDiagnostics()
  if (diagnostics === null) return []
  return (compiler.fetchDiagnostics(diagnostics) as Diagnostic[])
    .filter(({ severity }) => severity === 1)
    .map(({ message, path, range }) => ({
      file: path.split(/[/\\]/).at(-1) ?? '',
      line: range === null ? null : range.start.line + 1,
      column: range === null ? null : range.start.character + 1,
      message,
    }))
}

/** What the binding says of one diagnostic; severity 1 is an error, 2 a warning, 4 a step on the way to one. */
interface Diagnostic {
  readonly message: string
  readonly path: string
  readonly severity: number
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null
}
