import type { Root } from 'mdast'
import { carriedImages } from './carried-images.ts'
import type { Asset } from './destination.ts'
import type { Document } from './document.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Incident } from './incident.ts'
import { parseMarkdown } from './markdown.ts'
import { normalise } from './normalise.ts'
import { plainText } from './plain-text.ts'
import { BlamefreeError, type Problem } from './problem.ts'

/** A post-mortem that was kept in a file: the document, and its incident and images where the file has them. */
export interface PostMortemFile {
  readonly document: Document
  readonly incident: Incident | null
  /** Images that the file carries, by their address in the document. */
  readonly assets: Readonly<Record<string, Asset>>
  readonly problems: readonly Problem[]
}

/**
 * Opens a post-mortem from a file: our own JSON (what the `json` destination writes) or Markdown of any origin. Whatever is in it, the document holds
 * allowed constructs only. Throws when JSON is not a post-mortem.
 */
export function openPostMortem(text: string, file: string): PostMortemFile {
  return /^\uFEFF?\s*\{/.test(text) ? fromJson(text, file) : fromMarkdown(text, file)
}

function fromMarkdown(text: string, file: string): PostMortemFile {
  const { tree, problems } = parseMarkdown(text)
  const data = readFrontMatter(text).values ?? {}
  const heading = tree.children[0]
  const titled = heading?.type === 'heading' && heading.depth === 1
  const title = string(data['title']) ?? (titled ? plainText(heading) : fileTitle(file))
  const body: Root = titled ? { ...tree, children: tree.children.slice(1) } : tree
  const document: Document = {
    schemaVersion: 1,
    title,
    template: string(data['template']),
    zone: string(data['zone']) ?? string(data['timezone']) ?? 'UTC',
    language: string(data['language']) ?? string(data['lang']) ?? 'en',
    tree: body,
  }
  return { document, incident: null, assets: {}, problems: problems.map((problem) => ({ ...problem, place: { file, ...problem.place } })) }
}

function fromJson(text: string, file: string): PostMortemFile {
  const value = parsed(text, file)
  const document = record(value['document']) ?? value
  const tree = record(document['tree'])
  if (tree === null || tree['type'] !== 'root' || !Array.isArray(tree['children'])) {
    throw new BlamefreeError(
      'post-mortem/shape',
      `Cannot open ${file}: it is JSON, but not a post-mortem (it has no document with a tree).`,
      'Make one with blamefree fill … --to json.',
    )
  }
  const version = document['schemaVersion']
  if (version !== 1) {
    throw new BlamefreeError(
      'post-mortem/version',
      `Cannot open ${file}: it was written by another version of Blamefree (schema ${JSON.stringify(version)}, this one knows 1).`,
      'Update Blamefree, or make the file again from the record.',
    )
  }
  return {
    document: {
      schemaVersion: 1,
      title: string(document['title']) ?? fileTitle(file),
      template: string(document['template']),
      zone: string(document['zone']) ?? 'UTC',
      language: string(document['language']) ?? 'en',
      tree: normalise(tree as unknown as Root),
    },
    incident: (record(value['incident']) as Incident | null) ?? null,
    ...carriedImages(value['images'], file),
  }
}

function parsed(text: string, file: string): Record<string, unknown> {
  try {
    return record(JSON.parse(text.replace(/^\uFEFF/, ''))) ?? {}
  } catch (error) {
    throw new BlamefreeError(
      'post-mortem/json',
      `Cannot open ${file}: it is not whole JSON (${error instanceof Error ? error.message : 'unknown error'}).`,
      'Check that the file was copied completely.',
    )
  }
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
const string = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const fileTitle = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '')
