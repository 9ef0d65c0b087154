/** More combinations than this are not looked up one by one. */
const MOST = 200

/**
 * The combinations of what a list is narrowed to, as the index of labels has them (`incident_labels` in the database); null where fewer than two of severity, type and service are
 * chosen, or so many of each that an incident of them is soon found.
 */
export function labelsOf({
  severity,
  type,
  service,
}: {
  readonly severity?: readonly string[] | undefined
  readonly type?: readonly string[] | undefined
  readonly service?: readonly string[] | undefined
}): string[] | null {
  const chosen = [severity, type, service]
  if (chosen.filter((one) => one !== undefined).length < 2) return null
  const labels = chosen.reduce<readonly string[][]>((found, one) => found.flatMap((begun) => (one ?? ['']).map((word) => [...begun, word])), [[]])
  return labels.length > MOST ? null : labels.map((words) => words.join('\u001f'))
}
