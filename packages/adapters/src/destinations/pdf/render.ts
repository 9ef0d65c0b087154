import { artifactName, BlamefreeError } from '@blamefree/core'
import type { Artifact, Document, Problem, RenderOptions } from '@blamefree/core'
import { companyLook } from './company-look.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { pageOf } from './page-of.ts'
import { imageLoss } from './page-images.ts'
import type { TypesetPdf, TypstComplaint } from './typst-job.ts'
import { typstProcess } from './typst-process.ts'
import type { Typst } from './typst-process.ts'

/** One process for everybody in this one: it starts with the first PDF. */
const shared: Typst = typstProcess()

/**
 * A document → a tagged PDF/UA-1 file. Same document and options, same bytes (on one machine: scripts beyond Latin, Greek and Cyrillic are set in its fonts).
 * Throws a `BlamefreeError` for a company's .typ that cannot be used, for what takes too long or too much memory, and where Typst does not run.
 */
export async function renderPdf(document: Document, options: RenderOptions = {}, typst: Typst = shared): Promise<Artifact> {
  const company = options.reference === undefined ? null : companyLook(options.reference)
  const { page, images, losses } = pageOf(document, options)
  const reply = await typst.set({ page: JSON.stringify(page), images, company })
  if (reply.kind === 'refused') throw refused(reply.complaints, options)
  return {
    name: `${options.name ?? artifactName(document.title)}.pdf`,
    mediaType: 'application/pdf',
    bytes: reply.bytes,
    losses: reply.damaged.length === 0 ? losses : [...losses, imageLoss(reply.damaged.length)],
    problems: problemsOf(reply),
  }
}

function problemsOf({ missing, breaches }: TypesetPdf): Problem[] {
  const glyphs = missingGlyphs(missing)
  const problems: Problem[] = glyphs === null ? [] : [glyphs]
  if (breaches.length > 0) {
    problems.push({
      code: 'pdf/not-accessible',
      message: `The PDF is tagged, but does not keep to PDF/UA: ${[...new Set(breaches)].slice(0, 3).join('; ')}.`,
      hint: 'Mend your .typ: the description in each message says what is missing.',
      weight: 'warning',
    })
  }
  return problems
}

function refused(complaints: readonly TypstComplaint[], { reference }: RenderOptions): BlamefreeError {
  const theirs = complaints.find(({ file }) => file === 'company.typ')
  const first = theirs ?? complaints[0]
  if (reference === undefined || first === undefined) {
    return new BlamefreeError(
      'pdf/refused',
      `Cannot make the PDF: Typst refused the document (${first?.message ?? 'it gave no reason'}).`,
      'Make Word or HTML, and report the document that does this.',
    )
  }
  const place = theirs === undefined || theirs.line === null ? '' : ` line ${theirs.line},`
  return new BlamefreeError(
    'pdf/refused-look',
    `Cannot use ${reference.name}:${place} Typst says: ${first.message}.`,
    'Mend the file; packages/adapters/src/destinations/pdf/README.md says what a look gets and must return.',
  )
}
