import { openPostMortem, redact } from '@blamefree/core'
import { basename } from 'node:path'
import { writeArtifacts, type OutputFlags } from '../artifacts.ts'
import { reportMissing } from '../explain.ts'
import { textOf } from '../text-of.ts'
import { imagesBeside } from '../images-beside.ts'
import { reportFiles } from '../report.ts'
import type { Terminal } from '../terminal.ts'

/** `blamefree render`: a post-mortem that exists (our JSON, or any Markdown) to other formats. Gives the exit code. */
export async function renderCommand(path: string, flags: OutputFlags, terminal: Terminal): Promise<number> {
  const text = path === '-' ? await allOf(terminal.stdin) : textOf(path)
  const { document, incident, assets: carried, problems } = openPostMortem(text, path)
  const shown = redact(document, flags.audience ?? 'internal', incident).document
  const name = flags.name ?? (path === '-' ? 'post-mortem' : basename(path).replace(/\.[^.]+$/, ''))
  const images = path === '-' ? { assets: carried, problems: [] } : imagesBeside(path, shown, carried)
  const made = await writeArtifacts(shown, { incident, assets: images.assets }, { ...flags, name })
  if (made.printed !== null) terminal.out(made.printed)
  if (flags.quiet !== true) {
    reportMissing(terminal, [...problems, ...images.problems])
    reportFiles(terminal, made.paths, made.artifacts)
  }
  return 0
}

async function allOf(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
