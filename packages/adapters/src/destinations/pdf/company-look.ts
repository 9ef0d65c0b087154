import { BlamefreeError } from '@blamefree/core'

/**
 * The text of a company's own .typ, once it is seen to be one that we run. Throws a `BlamefreeError` with the line for what reaches outside of it
 * (packages, other files, plugins, evaluated text) and for a file without `template`.
 *
 * This is here to say so in a sentence. What holds is the process: it has no files and no network (typst-process.ts, typst-compiler.ts).
 */
export function companyLook({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  const text = decoded(name, bytes)
  const code = withoutComments(text)
  for (const { pattern, why, hint } of REFUSED) {
    const match = pattern.exec(code)
    if (match === null) continue
    const line = code.slice(0, match.index).split('\n').length
    throw new BlamefreeError('pdf/refused-look', `Cannot use ${name}: line ${line} ${why}.`, hint)
  }
  if (!/#let\s+template\s*\(|#import\s+"\/?look\.typ"\s*:[^\n]*\btemplate\b/.test(code)) {
    throw new BlamefreeError(
      'pdf/refused-look',
      `Cannot use ${name}: it does not define template(doc, body).`,
      'Begin with: #import "look.typ": base, then #let template(doc, body) = { show: base.with(doc); title(); body }',
    )
  }
  return text
}

const MOST_BYTES = 4 * 1024 * 1024

function decoded(name: string, bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_BYTES) {
    throw new BlamefreeError('pdf/refused-look', `Cannot use ${name}: it is larger than 4 MB.`, 'Give a .typ file; keep logos in it small, as SVG.')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BlamefreeError('pdf/refused-look', `Cannot use ${name}: it is not text in UTF-8.`, 'Give a Typst file (.typ); a .docx is for Word.', { cause })
  }
}

interface Refusal {
  readonly pattern: RegExp
  readonly why: string
  readonly hint: string
}

const ONE_FILE = 'A look is one file. It may import "look.typ", which is ours; put everything else into it.'

const REFUSED: readonly Refusal[] = [
  { pattern: /"@[a-z0-9-]+\//i, why: 'names a Typst package, which would be fetched from the network', hint: ONE_FILE },
  { pattern: /\b(?:import|include)\b(?!\s*"\/?look\.typ")/, why: 'imports something other than "look.typ"', hint: ONE_FILE },
  { pattern: /\b(?:read|csv|json|yaml|toml|xml|cbor|plugin|bibliography)\s*\(/, why: 'reads a file', hint: ONE_FILE },
  { pattern: /\bimage\s*\(\s*"/, why: 'shows an image from a file', hint: 'Write the logo into the file: image(bytes("<svg \u2026>"), alt: "Logo").' },
  { pattern: /\beval\b/, why: 'evaluates text as code', hint: 'Write the code itself; the names of a document must never become code.' },
]

/** With comments blanked, so that lines and columns stay. Strings stay as they are: what they name is looked at. */
function withoutComments(text: string): string {
  return text.replace(/"(?:\\.|[^"\\])*"|\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*/g, (match) => (match.startsWith('"') ? match : match.replace(/[^\n]/g, ' ')))
}
