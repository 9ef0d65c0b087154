import { GUIDANCE } from './guidance.ts'

/** The sensible default: the eight sections of the seed, in its order. */
export const DEFAULT_TEMPLATE = `---
id: default
title: Post-mortem
description: The sensible default. Eight sections that balance data, interpretation and actions, for any incident.
version: 1
language: en
---

# {{ incident.title | default: "Untitled incident" }}

## Key information

${GUIDANCE.keyInformation}

::key-information

## Incident summary

${GUIDANCE.summary}

::evidence{for=summary}

{{ incident.summary }}

## Incident timeline

${GUIDANCE.timeline}

::timeline{events=key}

## Contributors

${GUIDANCE.contributors}

::evidence{for=contributors}

::findings{kind=contributor by=category}

## Mitigators

${GUIDANCE.mitigators}

::evidence{for=mitigators}

::findings{kind=mitigator}

## Learnings and risks

${GUIDANCE.learnings}

::evidence{for=learnings}

### Learnings

::findings{kind=learning}

### Risks

::findings{kind=risk}

## Follow-up actions

${GUIDANCE.followUps}

::follow-ups{key}

## Post-mortem meeting notes

${GUIDANCE.meetingNotes}

::evidence{for=meeting-notes}

*To be written: who was there, the talking points, what was said.*
`
