import { imageSize, isRecord, listAt, textAt } from '@blamefree/core'
import type { JsonRecord, PageFile } from '@blamefree/core'
import { paragraph, words, type AdfNode } from './adf.ts'

/**
 * Which of our files Jira's media store has under which id, by the file's name: what a description needs to show one. Null: Jira gave no id, or refused to show it, and the file is named in the
 * text. A property of the issue keeps them, because Jira itself tells of no attachment which one it is.
 */
export type Pictures = ReadonlyMap<string, string | null>

/** An image of ours as a node of its own. Until it is sent the name of its file stands where Jira wants an id of its media store. */
export function pictureAdf({ name, bytes }: PageFile, alt: string): AdfNode {
  const size = imageSize(bytes)
  return pictureOf(name, alt, size === null ? {} : { width: size.width, height: size.height })
}

/** The words that stand for an image which is attached and not shown. */
export const pictureWords = (name: string, alt: string): string => `${alt} (attached as ${name})`

/** The name of the file that a node of ours shows; null for every other node, pictures of other people among them. */
export function pictureName(node: unknown): string | null {
  const id = mediaOf(node)
  return id === null || MEDIA_ID.test(id) ? null : id
}

/** What a node of ours says to those who cannot see it. */
export const pictureAlt = (node: unknown): string => textAt(node, 'content', 0, 'attrs', 'alt') ?? ''

/** How much longer a description may become when it is sent: an id of the media store may be longer than a name. */
export const roomForIds = (text: string): number => (text.split(MARK).length - 1) * 36

/** Names of the files that a description of ours shows. */
export function picturesIn(text: string): Set<string> {
  const names = new Set<string>()
  if (!text.includes(MARK)) return names
  mapShown(text, (node) => {
    const name = pictureName(node)
    if (name !== null) names.add(name)
    return node
  })
  return names
}

/** A description of ours as Jira takes it: with ids of its media store, and words where it has none. */
export function asTheirs(text: string, pictures: Pictures): string {
  if (!text.includes(MARK)) return text
  return mapShown(text, (node) => {
    const name = pictureName(node)
    const id = name === null ? null : (pictures.get(name) ?? null)
    if (name === null) return node
    return id === null ? paragraph([words(pictureWords(name, pictureAlt(node)))]) : withMedia(node, id)
  })
}

/** A description as Jira gives it with our images under the names of their files, also those that are only named in it. Pictures of other people stay as they are. */
export function asOurs(text: string, pictures: Pictures): string {
  if (pictures.size === 0) return text
  const shown = new Map([...pictures].flatMap(([name, id]) => (id === null ? [] : [[id, name] as const])))
  const named = [...pictures].flatMap(([name, id]) => (id === null ? [name] : []))
  return mapShown(text, (node) => {
    const known = shown.get(mediaOf(node) ?? '')
    if (known !== undefined) return withMedia(node, known)
    const said = onlyText(node) ?? ''
    const name = named.find((one) => said.endsWith(pictureWords(one, '')))
    return name === undefined ? node : pictureOf(name, said.slice(0, -pictureWords(name, '').length), {})
  })
}

/** What a description without pictures has nowhere; in somebody's words its quotes would be escaped. */
const MARK = '"type":"mediaSingle"'
const MEDIA_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function pictureOf(name: string, alt: string, size: { readonly width?: number; readonly height?: number }): AdfNode {
  return { type: 'mediaSingle', attrs: { layout: 'center' }, content: [{ type: 'media', attrs: { type: 'file', id: name, collection: '', alt, ...size } }] }
}

/** The id in a picture that stands by itself. */
function mediaOf(node: unknown): string | null {
  return textAt(node, 'type') === 'mediaSingle' && textAt(node, 'content', 0, 'type') === 'media' ? textAt(node, 'content', 0, 'attrs', 'id') : null
}

function withMedia(node: JsonRecord, id: string): JsonRecord {
  const [media, ...caption] = listAt(node, 'content').filter(isRecord)
  return { ...node, content: [{ ...media, attrs: { ...(isRecord(media?.['attrs']) ? media['attrs'] : {}), id } }, ...caption] }
}

/** The text of a paragraph that is one text without marks. */
function onlyText(node: unknown): string | null {
  const content = listAt(node, 'content')
  return textAt(node, 'type') === 'paragraph' && content.length === 1 && listAt(content[0], 'marks').length === 0 ? textAt(content[0], 'text') : null
}

/** A description with other nodes in the places in which pictures of ours stand: at the top, and in what can be opened. */
function mapShown(text: string, change: (node: JsonRecord) => JsonRecord | AdfNode): string {
  const map = (node: unknown): unknown => {
    if (!isRecord(node)) return node
    return node['type'] === 'expand' ? { ...node, content: listAt(node, 'content').map((child) => (isRecord(child) ? change(child) : child)) } : change(node)
  }
  const doc: unknown = JSON.parse(text)
  return isRecord(doc) ? JSON.stringify({ ...doc, content: listAt(doc, 'content').map(map) }) : text
}
