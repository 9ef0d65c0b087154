/** Two names that differ only in case, spaces, dashes, underscores and full stops: `Incident Commander`, `incident_commander`. */
export function sameName(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '')
}
