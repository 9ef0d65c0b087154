// The house's vocabulary, in reading order.
export * from './problem.ts'
export * from './instant.ts'
export * from './fact.ts'
export * from './person.ts'
export * from './event.ts'
export * from './incident.ts'
export * from './configuration.ts'
export * from './configuration-file.ts'
// From raw payloads to an incident.
export * from './source.ts'
export * from './new-reading.ts'
export * from './gather-people.ts'
export { assemble, type Understanding } from './assemble.ts'
export { understand } from './walk.ts'
// Reading what other systems wrote, tolerantly.
export * from './json-value.ts'
export { peekJson, readJson, type JsonDocument, type JsonReading } from './read-json.ts'
export { decodeText } from './decode-text.ts'
export { webAddress } from './web-address.ts'
export { foreignInline, foreignMarkdown, wordsOfHtml } from './foreign-markdown.ts'
export { shortHash } from './short-hash.ts'
// The document and where it goes.
export * from './document.ts'
export * from './destination.ts'
// Markdown and the tree.
export * from './markdown.ts'
export * from './normalise.ts'
export * from './print-markdown.ts'
export * from './plain-text.ts'
export * from './clean-text.ts'
export * from './escape-markdown.ts'
export { printInline } from './print-inline.ts'
export * from './front-matter.ts'
export * from './safe-url.ts'
// The judgement of the record: what matters in it, what follows from it, what it offers to whoever writes.
export * from './judge/evidence-item.ts'
export * from './judge/evidence.ts'
export * from './judge/key-events.ts'
export { KEY_RULES, type KeyRule } from './judge/key-rules.ts'
export { readSignals, SIGNAL_RULES, type SignalHit } from './judge/signals.ts'
export type { Signal, SignalRule } from './judge/signal-rule.ts'
// Time and zones.
export * from './zone.ts'
export * from './time.ts'
// What follows from the timestamps.
export * from './metrics.ts'
// A post-mortem in a file.
export * from './post-mortem-file.ts'
