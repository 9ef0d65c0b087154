/** How Notion-flavoured Markdown names a file that was uploaded: `![…](file-upload://<id>)`. Before that we have the file's name there. */
export const UPLOAD = 'file-upload://'

const IMAGE = /!\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g

/** A line that is an image: its description, and its address. */
export const IMAGE_LINE = /^!\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)\s*(?:\{[^}]*\})?\s*$/

/** The text with each image of ours named by what the upload gave; `idOf` gives null for names that it does not know. */
export function withUploads(text: string, idOf: (name: string) => string | null): string {
  return text.replace(IMAGE, (whole, words: string, address: string) => {
    const id = idOf(fileName(address))
    return id === null ? whole : `![${words}](${UPLOAD}${id})`
  })
}

/** The names of the files that a text shows. */
export function fileNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(IMAGE)].map(([, , address = '']) => fileName(address)))
}

/** The text with images named by their files alone: the addresses that Notion gives are signed anew at each reading. */
export function withoutAddresses(text: string): string {
  return text.replace(IMAGE, (_whole, words: string, address: string) => `![${words}](${isOwned(address) ? fileName(address) : address})`)
}

/** Whether an address is one of Notion’s own, or of a file that is to be uploaded. */
export const isOwned = (address: string): boolean => address.startsWith(UPLOAD) || /[?&]X-Amz-|\bprod-files-secure\b|notion-static\.com/.test(address)

/** The last part of an address' path. */
export function fileName(address: string): string {
  const path = address.replace(UPLOAD, '').split(/[?#]/)[0] ?? ''
  const last = path.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
