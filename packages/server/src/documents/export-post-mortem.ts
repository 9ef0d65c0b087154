import {
  artifactName,
  BlamefreeError,
  isZone,
  redact,
  redactIncident,
  type Artifact,
  type Asset,
  type Audience,
  type Destination,
  type Document,
  type RenderOptions,
  type Taken,
} from '@blamefree/core'
import type { Nodes } from 'mdast'
import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { imageAddress, readImage } from '../store/images.ts'
import { readLook } from '../store/looks.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'
import { liveDocument } from './live-document.ts'
import { factsFor, type PostMortemFacts } from './post-mortem-facts.ts'

/** What an export is told. */
export const ExportOptions = z.object({
  audience: z.enum(['internal', 'company', 'customer']).default('internal').describe('Secrets go for everybody; what else goes says docs/redaction.md.'),
  zone: z.string().max(80).optional().describe('Show times in this IANA zone; not for what is published, which stays as it is.'),
  evidence: z.enum(['true', 'false']).default('false').describe('With the evidence that the record offers for each section.'),
  look: z.enum(['true', 'false']).default('true').describe('In the company’s own look, where there is one.'),
})

export type ExportOptions = z.infer<typeof ExportOptions>

/** A copy of a post-mortem that is ready to be rendered, and what was taken out of it. */
export interface Copy {
  readonly document: Document
  readonly options: RenderOptions
  readonly taken: readonly Taken[]
  readonly problems: ReturnType<typeof redact>['problems']
}

/** The file that an audience may have. Throws `BlamefreeError` in a sentence for what cannot be done. */
export async function exportPostMortem(
  db: Database,
  stored: StoredPostMortem,
  { destination, options }: { readonly destination: Destination; readonly options: ExportOptions },
): Promise<Artifact & { readonly taken: readonly Taken[] }> {
  const copy = await copyFor(db, stored, options)
  const look = options.look === 'true' ? await readLook(db.sql, destination.id) : null
  const artifact = await destination.render(copy.document, { ...copy.options, ...(look === null ? {} : { reference: look }) })
  return { ...artifact, taken: copy.taken, problems: [...copy.problems, ...artifact.problems] }
}

/** The document as it shows itself now, in the zone asked for, without what the audience must not have. `of`: another text of it than that of now. */
export async function copyFor(
  db: Database,
  stored: StoredPostMortem,
  options: Pick<ExportOptions, 'audience' | 'evidence'> & { readonly zone?: string | undefined },
  of?: Document,
): Promise<Copy> {
  const facts = await factsFor(db, stored)
  const shown = of ?? shownIn(stored, facts, options.zone)
  const audience: Audience = options.audience
  const { document, taken, problems } = redact(shown, audience, facts.incident)
  return {
    document,
    taken,
    problems,
    options: {
      name: artifactName(document.title),
      incident: redactIncident(facts.incident, audience),
      assets: await imagesOf(db, stored.incident.id, document),
      evidence: options.evidence === 'true',
      ...(audience === 'internal' ? {} : { audience }),
    },
  }
}

function shownIn({ status, document }: StoredPostMortem, { template, incident, configuration }: PostMortemFacts, zone: string | undefined): Document {
  if (zone === undefined || zone === document.zone) return status === 'published' ? document : liveDocument(document, template, incident, configuration)
  if (status === 'published')
    throw new BlamefreeError(
      'export/zone',
      `Cannot show it in ${zone}: it is published, and its times stay in ${document.zone}.`,
      'Reopen it to change its zone.',
    )
  if (!isZone(zone))
    throw new BlamefreeError(
      'export/zone',
      `Cannot show it in ${JSON.stringify(zone)}: there is no such time zone.`,
      'Give an IANA name such as Europe/London, or UTC.',
    )
  return liveDocument({ ...document, zone }, template, incident, configuration)
}

const MOST_IMAGE_BYTES = 64 * 1024 ** 2

/** The images that a document shows and the incident has, by their address. */
async function imagesOf(db: Database, incident: string, { tree }: Document): Promise<Record<string, Asset>> {
  const wanted = new Set<string>()
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'image') wanted.add(node.url)
    if ('children' in node) waiting.push(...node.children)
  }
  const found: Record<string, Asset> = {}
  let left = MOST_IMAGE_BYTES
  for (const address of wanted) {
    const id = /^images\/([\da-f-]{36})$/.exec(address)?.[1]
    const image = id === undefined ? null : await readImage(db.sql, incident, id)
    if (image === null || id === undefined || image.bytes.byteLength > left) continue
    left -= image.bytes.byteLength
    found[imageAddress(id)] = { mediaType: image.mediaType, bytes: image.bytes }
  }
  return found
}
