import { artifactName, type Artifact, type Document, type Loss, type Problem, type RenderOptions } from '@blamefree/core'
import { writeStory, type Story } from './body.ts'
import { mergeReference } from './merge-reference.ts'
import { ownPackage } from './own-package.ts'
import { pageFor } from './page-setup.ts'
import { OWN_STYLE_IDS } from './styles.ts'
import { zipParts, type Parts } from './zip.ts'

/** What a .docx file is, in HTTP's words. */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document as a Word file (ECMA-376, transitional). The same document and options give the same bytes. */
export function renderDocx(document: Document, options: RenderOptions = {}): Artifact {
  const { parts, losses, problems } = docxParts(document, options)
  return {
    name: `${options.name ?? artifactName(document.title)}.docx`,
    mediaType: DOCX_MEDIA_TYPE,
    bytes: zipParts(parts),
    losses,
    problems,
  }
}

/** The parts of a Word file, for whoever adds one before they are zipped; and what did not survive. */
export function docxParts(document: Document, options: RenderOptions = {}): { readonly parts: Parts; readonly losses: Loss[]; readonly problems: Problem[] } {
  const { story, parts } = writeParts(document, options)
  return { parts, losses: lossesOf(story), problems: problemsOf(story) }
}

function writeParts(document: Document, options: RenderOptions): { readonly story: Story; readonly parts: Parts } {
  if (options.reference !== undefined) return mergeReference(document, options, options.reference)
  const page = pageFor(document.language)
  const story = writeStory(document, options, {
    styles: OWN_STYLE_IDS,
    width: page.width - 2 * page.side,
    first: { footnote: 1, abstractNumber: 0, number: 1 },
    mediaPrefix: 'image',
    relationPrefix: 'rIdPm',
    title: true,
  })
  return { story, parts: ownPackage(document, story, options, page) }
}

/** Images without bytes; everything else that Word cannot do keeps its words, and is a problem to know of. */
function lossesOf({ writing }: Story): Loss[] {
  const image = writing.losses.get('image')
  return image === undefined ? [] : [{ construct: 'image', what: 'simplified', count: image.count, message: image.message(image.count) }]
}

function problemsOf({ writing }: Story): Problem[] {
  const others = [...writing.losses].filter(([construct]) => construct !== 'image')
  return others.map(([construct, { count, message }]) => ({ code: `docx/${construct}`, message: message(count), weight: 'warning' }))
}
