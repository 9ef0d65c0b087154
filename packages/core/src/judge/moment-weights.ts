import type { WrittenWeights } from './likelihood.ts'

// Written by `bench/learn-moments.ts`, never by hand: a weight, then the traits that have it.

/** When the cause was found. */
export const CAUSE: WrittenWeights = {
  keep: 0.02,
  say: 0.6,
  weights: `
2.00: longest
1.60: says-finding
0.95: part-2
0.90: surely-finding
0.80: no-finding
0.75: length-4 no-closing
0.65: struck
0.60: length-5
0.55: none
0.50: slower-0 surely-action
0.45: slower-1 starts-the
0.40: since-deed-3 trouble-after-0
0.35: from-end-4 pause-before-2
0.30: number pause-after-0
0.25: length-3
0.20: all all&good-nth-0 measure&good-nth-0 measure&trouble-after-0 no-confirmation
0.15: bad good&trouble-after-0 long measure&deeds-before-0 surely-impact time-3
0.10: from-end-5 minutes-since-deed-2 pause-before-3 since-deed-1 time-1
0.05: time-2
-0.05: alert-near findings-after-2 good praise-soon-2
-0.10: from-end-2 good&praise-soon-0 good-nth-2 minutes-since-deed-0 minutes-since-deed-1 says-confirmation&good-nth-0 says-confirmation&praise-soon-0
-0.10: slower-2 trouble-soon-1
-0.15: deeds-before-1 findings-after-0 from-end-1 pause-after-1 says-confirmation says-confirmation&trouble-after-0 says-follow-up since-deed-4 slower-5
-0.20: deeds-before-2 pause-before-1 praised trouble-soon-0 trouble-soon-2
-0.25: deeds-before-3 trouble-after-3
-0.30: after-anothers-deed after-anothers-good-word pause-after-2 pause-before-0 unanswered
-0.35: findings-after-1 from-end-3 pause-after-3 says-ownership
-0.40: from-end-6 length-0 since-deed-0 slower-3 slower-4 time-0
-0.45: after-alert time-4
-0.50: minutes-since-deed-4 praise-soon-0 since-deed-2
-0.65: part-4
-0.75: trouble-after-2
-0.80: length-1
-0.90: part-0
-0.95: length-2
`,
}

/** When it worked again. */
export const FIX: WrittenWeights = {
  keep: 0.15,
  say: 0.7,
  weights: `
1.20: says-confirmation
1.00: says-confirmation&trouble-after-0
0.95: from-end-3 surely-impact
0.80: number
0.75: alert-near says-confirmation&good-nth-0 time-3
0.70: part-3 since-deed-2
0.65: after-anothers-good-word all
0.60: deeds-before-3 no-closing none slower-4
0.55: minutes-since-deed-4
0.50: all&trouble-after-0 good&trouble-after-0 measure&praise-soon-0
0.45: long praised says-confirmation&praise-soon-0
0.40: good length-3
0.35: good-nth-2 praise-soon-1
0.30: measure no-confirmation
0.25: after-alert from-end-4 measure&trouble-after-0 part-4 since-deed-0
0.20: good&good-nth-0 good-nth-0 no-finding slower-1
0.15: length-2 pause-before-2 pause-before-3
0.10: findings-after-0 length-4
0.05: pause-before-1
-0.05: length-5 measure&deeds-before-0 minutes-since-deed-0 minutes-since-deed-2 trouble-after-1
-0.10: all&good-nth-0 findings-after-2 from-end-5 good-nth-1 minutes-since-deed-1 praise-soon-2 surely-finding trouble-soon-2
-0.15: slower-3 struck trouble-after-0
-0.20: all&deeds-before-0 all&surely-closing from-end-0 says-confirmation&surely-closing
-0.25: measure&good-nth-0 time-1
-0.30: good&surely-closing minutes-since-deed-3 since-deed-3 surely-action
-0.35: good&deeds-before-0 part-1 says-escalation says-finding time-2 trouble-after-2
-0.40: part-0
-0.45: pause-after-3 starts-the surely-closing
-0.50: slower-0 slower-2 trouble-soon-0
-0.55: deeds-before-1 findings-after-1 length-1 says-follow-up
-0.60: deeds-before-0 since-deed-4 since-deed-none
-0.65: length-0 time-0
-0.70: bad from-end-1
-0.75: from-end-6
-0.80: part-2
-0.85: pause-before-0 praise-soon-0
-1.05: unanswered
`,
}

/** When the impact started. */
export const START: WrittenWeights = {
  keep: 0,
  say: 0.8,
  weights: `
0.90: spoken-before-3
0.85: spoken-before-2
0.60: of-0 spoken-before-5
0.55: leads-since
0.50: answers
0.45: alert-before-2 first-spoken
0.40: alert alert-beside-alerts earliest-alert says-report
0.35: in-report same-2 same-as-spoken spoken-before-1
0.30: same-1 same-as-bot
0.25: of-1
0.20: message-0
0.15: bot bot-before-1 bot-beside-alerts earliest message-4 same-as-alert
0.10: clock earliest-bot
0.05: alert-before-3 spoken
-0.05: of-2 same-as-deploy spoken-beside-alerts
-0.10: alert-before-1 asked deploy deploy-before-3 deploy-beside-alerts earliest-deploy message-3 same-0 says-confirmation
-0.15: by-reporter message-5 says-hypothesis
-0.20: leads-from spoken-before-4
-0.25: leads-until of-3 says-dead-end spoken-before-0
-0.30: says-observation
-0.40: none-beside-alerts
-0.50: leads-at none
-0.55: says-impact
-0.80: says-finding
-0.95: spoken-before-6
-1.15: says-action
-1.20: spoken-before-7
`,
}
