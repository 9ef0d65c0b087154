/** A title as a file's name without its ending: lower case, words joined by hyphens, letters of any script kept, at most 80 characters. */
export function artifactName(title: string): string {
  const name = title
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .toWellFormed()
    .replace(/^-+|[-\ufffd]+$/g, '')
  return name === '' ? 'post-mortem' : name
}
