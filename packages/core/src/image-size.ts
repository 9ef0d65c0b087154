/** An image of a kind that every program shows: its file ending, media type and size in pixels. */
export interface ImageSize {
  readonly extension: 'png' | 'jpeg' | 'gif'
  readonly width: number
  readonly height: number
}

/** What an image's own first bytes say (its declared media type is not asked); null for every other kind, SVG and WebP among it. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const size = png(bytes) ?? gif(bytes) ?? jpeg(bytes)
  return size === null || size.width === 0 || size.height === 0 ? null : size
}

function png(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 24 || !startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null
  const view = viewOf(bytes)
  return { extension: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function gif(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < 10 || !startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return null
  const view = viewOf(bytes)
  return { extension: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Walks the segments to the first frame header (ITU T.81, B.2.2): every SOF but DHT, JPG and DAC, which share their range. */
function jpeg(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null
  const view = viewOf(bytes)
  for (let at = 2; at + 9 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { extension: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
