import { GUIDANCE } from './guidance.ts'

/** One page for a small incident. */
export const SHORT_TEMPLATE = `---
id: short
title: Short post-mortem
description: One page for a small incident. What happened, why, and what follows.
version: 1
language: en
---

# {{ incident.title | default: "Untitled incident" }}

::key-information{show=tagged-data,team,timestamps,metrics}

## What happened

${GUIDANCE.summary}

::evidence{for=summary}

{{ incident.summary }}

::timeline{events=key limit=12}

## Why it happened, and what helped

${GUIDANCE.contributors}

::evidence{for=contributors}

::findings{kind=contributor}

::findings{kind=mitigator}

## What follows

::follow-ups{key}

::links
`
