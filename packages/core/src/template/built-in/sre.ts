import { GUIDANCE } from './guidance.ts'

/** In the manner of Google's SRE book: status, impact, contributing factors, trigger, resolution, detection, actions, lessons, timeline. */
export const SRE_TEMPLATE = `---
id: sre
title: SRE post-mortem
description: In the manner of the SRE book. Status, impact, contributing factors, trigger, resolution, detection, actions, lessons learned, timeline.
version: 1
language: en
---

# {{ incident.title | default: "Untitled incident" }}

| | |
| --- | --- |
| Date | {{ incident.start | date }} |
| Authors | {{ incident.lead }} |
| Status | {{ incident.status }} |
| Severity | {{ incident.severity }} |

## Summary

${GUIDANCE.summary}

::evidence{for=summary}

{{ incident.summary }}

## Impact

:::guidance
In numbers where you have them: requests that failed, customers affected, revenue, data. Say what was not affected too.
:::

Affected services: {{ incident.services }}. Duration of impact: {{ incident.metrics.impact-duration }}.

*To be written: what it meant for users.*

## Contributing factors

${GUIDANCE.contributors}

::evidence{for=contributors}

::findings{kind=contributor by=category}

## Trigger

:::guidance
The event that set it off, which is not the same as why it was possible.
:::

*To be written: what set it off.*

## Resolution

:::guidance
What ended the impact, and what was tried before.
:::

::evidence{for=mitigators always}

*To be written: what ended it.*

## Detection

:::guidance
How you came to know: an alert, a customer, by chance. Would you have known sooner with another signal?
:::

Time to detect: {{ incident.metrics.time-to-detect }}.

*To be written: how it came to light.*

## Action items

${GUIDANCE.followUps}

::follow-ups{as=table}

## Lessons learned

${GUIDANCE.learnings}

::evidence{for=learnings}

::findings{kind=learning}

### What went well

::findings{kind=mitigator}

### What went wrong

::findings{kind=risk}

### Where we got lucky

*To be written: what could have been worse.*

## Timeline

${GUIDANCE.timeline}

::timeline{events=key}

## Supporting information

::metrics

::participants

::links
`
