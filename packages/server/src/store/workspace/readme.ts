const WITH = `Private incidents are in it, with their post-mortems and records: an export is for whoever runs the
server, not for everybody who may sign in.`
const WITHOUT = `Private incidents are not in it, nor what the audit log says of them, nor the saved views, which are their
members' own: all else is.`

/** What a person who opens the folder reads first. The same for every export, so that two of the same workspace are the same. */
export const README = readme(WITH)

/** The same where private incidents were left out. */
export const README_WITHOUT_PRIVATE = readme(WITHOUT)

function readme(hidden: string): string {
  return `# A Blamefree workspace

Everything that this workspace knows, as files. \`blamefree import <this folder>\` brings it back into an empty Blamefree, without loss.

**Keep it as safe as the database.** ${hidden} Records are here as they came, so what people pasted is here too.

| where | what |
|---|---|
| \`incidents/<year>/<month>/<day and title>/\` | one incident: \`incident.md\` to read; \`incident.json\` with every fact and its origin; the timeline, people, corrections, follow-ups; \`records/\` as they came; \`images/\` |
| \`…/post-mortems/<title>/\` | one post-mortem: \`post-mortem.md\` to read, \`post-mortem.json\` with the tree, every version, comments, reviews, findings, and what is typed at the moment |
| \`templates/<name>/\` | every version of every template, as Markdown |
| \`members.json\`, \`saved-views.json\`, \`configuration.json\`, \`looks/\` | people and their roles, the views of lists that they keep, what the team has set, the company's own look |
| \`audit.jsonl\` | who did what |
| \`workspace.json\` | the version that wrote all this |

Import reads the JSON, the records, the images, the looks and the templates' Markdown. The other Markdown is for people: changing it changes nothing.
Files ending in \`.jsonl\` have one row a line. Times are in UTC.

Not in it: passwords, sessions, API keys, webhooks, inbound addresses, share links, links for new passwords, invitations and stored credentials (make new ones); what was
deleted; files made of post-mortems; jobs; the stream of events. A record that was taken out of an incident is not in it either.
`
}
