/** What customers are told: no names, no internal links, no jargon. */
export const CUSTOMER_TEMPLATE = `---
id: customer
title: Incident report for customers
description: What customers are told. No names of people, no internal links; the impact first.
version: 1
language: en
---

# {{ incident.title | default: "Incident report" }}

:::if{has=incident.timestamps.impact-started}
On {{ incident.timestamps.impact-started | datetime-zone }} a problem began that affected {{ incident.services | join: ", " | default: "our service" }}.
:::

:::if{has=incident.timestamps.fixed}
It was fixed on {{ incident.timestamps.fixed | datetime-zone }}.
:::

## What happened

:::guidance
Say in plain words what customers saw, from their side of the screen. No names, no systems that only we know, no excuses. What the record holds as a summary was
written for colleagues: rewrite it here.
:::

*To be written: what customers saw.*

## Impact

:::guidance
Who was affected, what they could not do, for how long, and whether any data was lost or seen by others. If nothing was lost, say so.
:::

- Affected: {{ incident.services | join: ", " | default: "to be written" }}
- Duration: {{ incident.metrics.impact-duration | default: "to be measured" }}

*To be written: what customers could not do.*

## When

:::guidance
The moments that customers noticed, or would want to know.
:::

::key-information{show=timestamps}

## Why it happened

:::guidance
The conditions that had to be true, in words that need no knowledge of our systems. More than one: incidents hardly ever have a single cause.
:::

*To be written: what had to be true.*

## What we are doing about it

:::guidance
What has been done, and what will be by when. Promise only what somebody owns.
:::

*To be written: what changes.*
`
