import { instantAt, shortHash, textAt, type PageNow } from '@blamefree/core'

/** What of an item we ask for. The address to fetch it from comes with it, and lets in whoever has it for some minutes. */
export const SELECT = '$select=id,name,eTag,webUrl,lastModifiedDateTime,lastModifiedBy,parentReference,@microsoft.graph.downloadUrl'

/** Of every file of a marker the name ends so: it is found by it in its folder, and two that are made at once clash. */
export function endingOf(marker: string): string {
  return ` (${shortHash(marker).slice(0, 8)}).docx`
}

/** The name of a new file: the title without what a name may not have, and its ending. */
export function fileName(title: string, marker: string): string {
  const words = title
    .toWellFormed()
    .replace(/["*:<>?/\\|#%~&{}\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .toWellFormed()
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${words === '' ? 'Post-mortem' : words}${endingOf(marker)}`
}

/** An item as Graph tells it, with what its file says → a page; null where the answer is no item. */
export function pageOf(
  json: unknown,
  drive: string,
  said: { readonly title: string | null; readonly text: string; readonly marker: string | null },
): PageNow | null {
  const id = textAt(json, 'id')
  const version = textAt(json, 'eTag')
  if (id === null || version === null) return null
  const name = textAt(json, 'name') ?? ''
  const folder = /root:\/?(.*)$/.exec(textAt(json, 'parentReference', 'path') ?? '')?.[1]
  return {
    ref: { id, url: textAt(json, 'webUrl') ?? '', extra: { drive } },
    title: said.title ?? name.replace(/(?: \([0-9a-f]{8}\))?\.docx$/i, ''),
    version,
    text: said.text,
    marker: said.marker,
    changedBy: textAt(json, 'lastModifiedBy', 'user', 'displayName') ?? textAt(json, 'lastModifiedBy', 'application', 'displayName'),
    changedAt: instantAt(json, 'lastModifiedDateTime'),
    where: `${folder === undefined || folder === '' ? 'the top of the library' : `folder "${decode(folder)}"`}, file "${name}"`,
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
