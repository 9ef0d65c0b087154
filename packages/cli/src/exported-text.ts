import type { ExportReport } from '@blamefree/server'
import { counted } from './report.ts'

/** What was exported, and where it is now. */
export function exportedText({ incidents, postMortems, templates, members, privateIncidents }: ExportReport, where: string): string {
  const hidden = privateIncidents === 0 ? '' : ` ${counted(privateIncidents, 'private incident')} among them: keep it as safe as the database.`
  return `${counted(incidents, 'incident')}, ${counted(postMortems, 'post-mortem')}, ${counted(templates, 'template')} and ${counted(members, 'member')} into ${where}.${hidden}`
}
