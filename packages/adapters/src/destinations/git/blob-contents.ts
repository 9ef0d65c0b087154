/** The files that `git cat-file --batch` wrote, by their sums: `<id> blob <size>`, the bytes, and a line end. */
export function blobContents(out: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at)
    const [id = '', kind = '', size = '0'] = out.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind === 'missing' || end < 0) continue
    if (kind === 'blob') found.set(id, out.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}
