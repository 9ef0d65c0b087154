import type { Asset, Loss } from '@blamefree/core'

/** The images of a page. */
export interface PageImages {
  readonly bytes: readonly Uint8Array[]
  /** An image's number among the page's images; null when there are no bytes that a PDF can show. */
  place(url: string): number | null
  /** Counts an image that is shown as words. */
  miss(): void
  losses(): Loss[]
}

/** Gathers the images that a page shows, each once, out of the assets that came with the document. */
export function pageImages(assets: Readonly<Record<string, Asset>>): PageImages {
  const bytes: Uint8Array[] = []
  const numbers = new Map<string, number>()
  let missing = 0
  return {
    bytes,
    place(url) {
      const known = numbers.get(url)
      if (known !== undefined) return known
      const asset = Object.hasOwn(assets, url) ? assets[url] : undefined
      if (asset === undefined || !isShowable(asset.bytes)) return null
      numbers.set(url, bytes.length)
      bytes.push(asset.bytes)
      return bytes.length - 1
    },
    miss: () => void (missing += 1),
    losses: () => (missing === 0 ? [] : [imageLoss(missing)]),
  }
}

/** The loss of images whose words are shown in their place. */
export function imageLoss(count: number): Loss {
  const message =
    count === 1
      ? '1 image is shown as its description, because no PNG, JPEG, GIF, WebP or SVG file for it came with the document.'
      : `${count} images are shown as their descriptions, because no PNG, JPEG, GIF, WebP or SVG files for them came with the document.`
  return { construct: 'image', what: 'simplified', count, message }
}

/** The formats that Typst draws, told by their first bytes: what a file says about itself in its name is not to be trusted. */
function isShowable(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\u0089PNG\r\n') || head.startsWith('\u00ff\u00d8\u00ff') || /^GIF8[79]a/.test(head)) return true
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return true
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 2048)))
}
