/** What speaks for a message giving somebody something to do when nothing does. */
export const BASE = -3.26

/** So much must speak for it; at 0 it is as likely as not. */
export const ENOUGH = 1.5

/** How much each trait speaks for it, or against it: a weight, then the traits that have it. Written by `bench/learn-follow-ups.ts`, never by hand. */
export const WEIGHTS = `
2.10: colon
1.55: marked
1.25: names-another
0.90: after-fix&names-another must near-another
0.85: after-fix&colon
0.75: after-fix&later for-good
0.70: after-closing&colon near-another&for-good
0.65: after-closing&names-another after-fix&self task&for-good
0.60: after-closing&must after-fix&must next-in-list numbered ticket we-should
0.55: after-fix&for-good from-end-2 self task
0.50: after-closing&task after-fix&near-another
0.45: length-3
0.40: after-fix&task
0.35: later near-another&task
0.30: after-closing after-closing&for-good after-closing&near-another
0.25: after-closing&begins-with-a-name
0.20: after-closing&later after-closing&self part-4 task&self
0.15: near-another&begins-with-a-name
0.10: length-2 near-another&later task&later
0.05: dash says-decision
-0.05: length-4 says-relapse
-0.10: begins-with-a-name from-end-3 says-impact says-proposal
-0.15: says-finding says-hypothesis
-0.20: says-action
-0.25: after-fix asked says-report
-0.30: no-fix says-ownership
-0.40: says-observation
-0.45: from-end-6
-0.55: chatter says-confirmation
-0.70: says-closing
-0.75: from-end-5 tells-what-is
-0.85: part-2
-1.10: length-1
-1.15: from-end-4 part-3
-1.25: length-0
-1.30: before-fix
`
