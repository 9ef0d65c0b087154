import { fill, redact, redactIncident, understand, type Artifact, type Document, type Incident, type Problem } from '@blamefree/core'
import { gather, somethingRead, type GatherFlags } from '../gather.ts'
import { writeArtifacts, type OutputFlags } from '../artifacts.ts'
import { reportInferred, reportMissing } from '../explain.ts'
import { counted, reportFiles, reportReadings } from '../report.ts'
import { chosenTemplate } from '../templates.ts'
import { painter, type Terminal } from '../terminal.ts'
import { SOURCE_TITLES } from './read.ts'

/** The flags of `blamefree fill`. */
export interface FillFlags extends GatherFlags, OutputFlags {
  readonly template: string
}

/** `blamefree fill`: records in, a post-mortem out, with a few readable lines about what was read, inferred and missing. Gives the exit code. */
export async function fillCommand(paths: readonly string[], flags: FillFlags, terminal: Terminal): Promise<number> {
  const gathered = await gather(paths, flags, terminal)
  somethingRead(gathered)
  const { template, problems: templateProblems } = chosenTemplate(flags.template)
  const understood = understand(gathered.readings, gathered.configuration)
  const filled = fill(template, understood.incident, gathered.configuration)
  const { document, incident, problems: taken } = forAudience(filled.document, understood.incident, flags)
  const made = await writeArtifacts(document, { incident }, flags)
  const problems = [
    ...gathered.problems,
    ...templateProblems,
    ...understood.problems,
    ...filled.problems,
    ...taken,
    ...made.artifacts.flatMap((artifact) => artifact.problems),
  ]
  if (flags.json === true) terminal.out(summary(incident, made.paths, made.artifacts, problems))
  else if (made.printed !== null) terminal.out(made.printed)
  if (flags.quiet !== true && flags.json !== true) {
    reportReadings(terminal, gathered.readings, SOURCE_TITLES)
    reportIncident(terminal, understood.incident)
    reportMissing(terminal, problems)
    reportFiles(terminal, made.paths, made.artifacts)
  }
  return 0
}

/** Secrets go for every audience; what else goes depends on who reads. JSON holds every event; the other formats link to those that the document names, so only these are gone through. */
function forAudience(
  document: Document,
  incident: Incident,
  { audience = 'internal', to }: FillFlags,
): { document: Document; incident: Incident; problems: readonly Problem[] } {
  const redacted = redact(document, audience, incident)
  const named = namedEvents(redacted.document.tree)
  const kept = to.includes('json') ? incident : { ...incident, events: incident.events.filter(({ id }) => named.has(id)) }
  return { document: redacted.document, incident: redactIncident(kept, audience), problems: redacted.problems }
}

/** The ids of the events that a document names. */
function namedEvents(tree: Document['tree']): Set<string> {
  const ids = new Set<string>()
  const waiting: object[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { type, name, attributes, children } = node as { type: string; name?: string; attributes?: Record<string, string>; children?: object[] }
    if (type === 'textDirective' && name === 'event' && attributes?.['id'] !== undefined) ids.add(attributes['id'])
    waiting.push(...(children ?? []))
  }
  return ids
}

function reportIncident(terminal: Terminal, incident: Incident): void {
  const key = incident.events.filter(({ mark }) => mark.level === 'key').length
  terminal.say(`${painter(terminal)('strong', 'Understood')}\n`)
  terminal.say(
    `  ${incident.title?.value ?? 'An incident without a title'}: ${counted(key, 'key event')} of ${incident.events.length}, times in ${incident.zone.value}\n`,
  )
  reportInferred(terminal, incident)
}

/** What `--json` prints: stable, for scripts. */
function summary(incident: Incident, paths: readonly string[], artifacts: readonly Artifact[], problems: readonly Problem[]): string {
  const files = paths.map((path, index) => ({
    path,
    mediaType: artifacts[index]?.mediaType,
    bytes: artifacts[index]?.bytes.byteLength,
    losses: artifacts[index]?.losses,
  }))
  return `${JSON.stringify({ schemaVersion: 1, incident: incident.id, title: incident.title?.value ?? null, zone: incident.zone.value, files, problems }, null, 2)}\n`
}
