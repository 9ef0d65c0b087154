import { bytesOfBase64 } from './base64.ts'
import type { Asset } from './destination.ts'
import { imageKind } from './image-kind.ts'
import { isRecord, textAt } from './json-value.ts'
import type { Problem } from './problem.ts'
import { safeImageUrl } from './safe-url.ts'

/** The most bytes of all images of one document. */
export const MOST_IMAGE_BYTES = 64 * 1024 ** 2

/**
 * The images that a file of ours carries, by their address in the document: `{ "<address>": { "mediaType": …, "base64": … } }`. What kind an image is says its content.
 * What is no image, or is too much, is left out with a problem.
 */
export function carriedImages(value: unknown, file: string): { readonly assets: Readonly<Record<string, Asset>>; readonly problems: readonly Problem[] } {
  const assets = new Map<string, Asset>()
  const problems: Problem[] = []
  let left = MOST_IMAGE_BYTES
  for (const [address, image] of isRecord(value) ? Object.entries(value) : []) {
    const text = textAt(image, 'base64') ?? ''
    const bytes = text.length > (left * 4) / 3 + 4 ? null : bytesOfBase64(text)
    const mediaType = bytes === null ? null : imageKind(bytes)
    if (bytes === null || mediaType === null || safeImageUrl(address) !== address) problems.push(leftOut(address, file))
    else {
      assets.set(address, { mediaType, bytes })
      left -= bytes.byteLength
    }
  }
  return { assets: Object.fromEntries(assets), problems }
}

function leftOut(address: string, file: string): Problem {
  return {
    code: 'post-mortem/image',
    message: `The image ${address} is left out: what the file carries of it is no image that we show, or more than ${MOST_IMAGE_BYTES / 1024 ** 2} MB together.`,
    hint: 'Make the file again, with smaller PNG, JPEG, GIF, WebP, AVIF or SVG images.',
    weight: 'warning',
    place: { file, path: `images.${address}` },
  }
}
