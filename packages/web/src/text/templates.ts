export const templatesText = {
  title: 'Templates',
  lead: 'What a post-mortem is filled from. Ours are never changed; duplicate one to make it yours.',
  fresh: 'New template',
  builtIn: 'Built in',
  archived: 'Put away',
  showArchived: 'Also those put away',
  forAny: 'For any incident',
  forWhich: (what: string): string => `For ${what}`,
  version: (version: number): string => `Version ${version}`,
  duplicate: 'Duplicate',
  archive: 'Put away',
  restore: 'Offer it again',
  archivedNow: 'It is no longer offered.',
  restoredNow: 'It is offered again.',
  save: 'Save as a new version',
  saved: (version: number): string => `Saved as version ${version}.`,
  note: 'What changed (optional)',
  editor: 'Template, in Markdown',
  preview: 'Preview',
  previewWith: 'With the incident',
  none: 'No incident to preview with',
  noneHint: 'Hand in a record first; the template then shows what it would make of it.',
  problems: 'Problems',
  noProblems: 'Nothing is wrong with it.',
  at: (line: number, column: number): string => `line ${line}, column ${column}`,
  jump: (line: number): string => `Go to line ${line}`,
  readOnly: 'This template is ours and stays as it is.',
  blankWord: 'Blank, as Word',
  blankMarkdown: 'Blank, as Markdown',
  versions: 'Versions',
  use: 'Bring this text back',
  back: 'Templates',
  more: 'More',
  unsaved: 'Not saved yet',
  completion: 'What can stand here',
  start: `---
title: Our post-mortem
description: What it is for
---

## Summary

:::guidance
Two or three sentences for somebody who was not there.
:::

{{ incident.summary }}

## Timeline

::timeline{events=key}

## Contributors

## Learnings

## Follow-ups

::follow-ups
`,
}
