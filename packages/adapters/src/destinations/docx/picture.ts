import { imageSize } from '@blamefree/core'
import type { Image } from 'mdast'
import type { Place } from './writing.ts'
import { xmlAttribute } from './xml.ts'

/** English Metric Units in a pixel at 96 dots an inch, and in a twip. */
const EMU_PER_PIXEL = 9525
const EMU_PER_TWIP = 635
const TALLEST = 7.5 * 914_400

/** An image in the line, at its own size or as wide as the text allows, with its alt text; null where there are no bytes that Word can show. */
export function picture(node: Image, place: Place): string | null {
  const { writing } = place
  const asset = Object.hasOwn(writing.assets, node.url) ? writing.assets[node.url] : undefined
  const size = asset === undefined ? null : imageSize(asset.bytes)
  if (asset === undefined || size === null) return null
  const known = [...writing.images].find(([, bytes]) => bytes === asset.bytes)?.[0]
  const file = known ?? `media/${writing.mediaPrefix}${writing.images.size + 1}.${size.extension}`
  writing.images.set(file, asset.bytes)
  const id = writing.next++
  const natural = { width: size.width * EMU_PER_PIXEL, height: size.height * EMU_PER_PIXEL }
  const scale = Math.min(1, (Math.max(place.width, 300) * EMU_PER_TWIP) / natural.width, TALLEST / natural.height)
  const width = Math.max(1, Math.round(natural.width * scale))
  const height = Math.max(1, Math.round(natural.height * scale))
  const alt = xmlAttribute(node.alt ?? '')
  const title = node.title === null || node.title === undefined ? '' : ` title="${xmlAttribute(node.title)}"`
  const relation = place.relations.idOf('image', file)
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${10_000 + id}" name="Picture ${id}" descr="${alt}"${title}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${xmlAttribute(file)}" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
