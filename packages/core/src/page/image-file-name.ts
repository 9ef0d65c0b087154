import type { Asset } from '../destination.ts'
import { byteText } from '../decode-text.ts'
import { shortHash } from '../short-hash.ts'

/** The endings of image files, by media type. */
export const IMAGE_ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
}

/** A name for an image's file, `graph-1f2e3d4c5b.png`: from the words of its address, and from its content, so that two images never share one and the same image is known again. */
export function imageFileName(address: string, { mediaType, bytes }: Asset): string {
  const last = (address.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? ''
  const words = last
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const sum = shortHash(byteText(bytes))
  return `${words === '' ? 'image' : words}-${sum.slice(0, 10)}${IMAGE_ENDINGS[mediaType] ?? '.bin'}`
}
