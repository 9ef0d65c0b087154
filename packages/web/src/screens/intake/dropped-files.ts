/** Files with their paths of what was dropped or pasted, folders with everything in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<{ path: string; blob: Blob }[]> {
  // Entries have to be asked for before the event ends.
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry())
  const walked = await Promise.all(entries.map((entry) => (entry === null ? Promise.resolve([]) : filesIn(entry))))
  const found = walked.flat()
  return found.length > 0 ? found : [...transfer.files].map((file) => ({ path: pathOf(file), blob: file }))
}

/** A chosen file's path inside of the folder that was chosen, or its name. */
export const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)

async function filesIn(entry: FileSystemEntry): Promise<{ path: string; blob: Blob }[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const blob = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [{ path, blob }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: { path: string; blob: Blob }[] = []
  for (;;) {
    // A reader gives at most a hundred at a time, and nothing at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return found
    for (const inside of some) if (!inside.name.startsWith('.')) found.push(...(await filesIn(inside)))
  }
}
