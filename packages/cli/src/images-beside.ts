import { imageKind, MOST_IMAGE_BYTES, shownImages, type Asset, type Document, type Problem } from '@blamefree/core'
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'

/** The largest image in bytes: as large as the server takes one. */
export const LARGEST_IMAGE = 16 * 1024 ** 2

/** The images of a document, and sentences about those that do not come along. */
export interface Images {
  readonly assets: Readonly<Record<string, Asset>>
  readonly problems: readonly Problem[]
}

/**
 * The images that a document in a file shows: those that the file itself carries, and those that lie beside it, in its folder or below. Nothing outside of that folder
 * is read, by whatever name or link, and nothing that is no image.
 */
export function imagesBeside(path: string, { tree }: Document, carried: Readonly<Record<string, Asset>>): Images {
  const assets: Record<string, Asset> = {}
  const problems: Problem[] = []
  let left = MOST_IMAGE_BYTES
  for (const address of shownImages(tree)) {
    const known = Object.hasOwn(carried, address) ? carried[address] : undefined
    if (known === undefined && /^https?:/i.test(address)) continue
    const image = known ?? imageAt(path, address, left)
    if (typeof image === 'string') problems.push({ code: 'cli/image', message: `The image ${address} is left out: ${image}.`, hint: HINT, weight: 'warning' })
    else {
      assets[address] = image
      left -= image.bytes.byteLength
    }
  }
  return { assets, problems }
}

const HINT = 'Put the image beside the post-mortem, or write its address with https://.'

/** The image at an address beside a file; or why it cannot be had. */
function imageAt(path: string, address: string, left: number): Asset | string {
  const folder = realpathSync(dirname(path))
  const name = decoded(address)
  if (isAbsolute(name) || /[\0\\]/.test(name) || leaves(folder, join(folder, name))) return `it is not in the folder of ${basename(path)}`
  let file: number
  try {
    const real = realpathSync(join(folder, name))
    if (leaves(folder, real)) return `it is a link to something outside of the folder of ${basename(path)}`
    // Neither a link that was put there meanwhile is followed, nor waited for a pipe.
    file = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch {
    return `there is no such file beside ${basename(path)}, or it cannot be read`
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile()) return 'it is no file'
    if (found.size > LARGEST_IMAGE) return `it is larger than ${LARGEST_IMAGE / 1024 ** 2} MB`
    if (found.size > left) return `the images are more than ${MOST_IMAGE_BYTES / 1024 ** 2} MB together`
    const bytes = new Uint8Array(readFileSync(file))
    const mediaType = imageKind(bytes)
    return mediaType === null ? 'it is no PNG, JPEG, GIF, WebP or AVIF image, and no SVG drawing without scripts' : { mediaType, bytes }
  } finally {
    closeSync(file)
  }
}

/** Whether a path leads out of a folder, or is the folder itself. */
function leaves(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}

/** An address as the name of a file: `my%20graph.png`. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
