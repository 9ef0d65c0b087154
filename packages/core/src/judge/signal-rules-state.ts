import type { SignalRule } from './signal-rule.ts'

/** How people say what is wrong, what they see, what they think it is and what they found. */
export const STATE_RULES: readonly SignalRule[] = [
  // Reports: what a person says who notices first. Questions and denials are how reports are worded, so mood does not matter.
  {
    name: 'seeing-failures',
    signal: 'report',
    weight: 0.9,
    mood: 'any',
    words: 'seeing getting noticing noticed experiencing hitting receiving observing observe having saw see got',
    pattern:
      /\b(?:seeing|getting|noticing|noticed|experiencing|hitting|receiving|observ(?:e|ing)|having|saw|see|got)\b.{0,60}\b(?=\w)(?:errors?|failures?|failing|failed|5\d\ds?|5xx|4\d\ds|timeouts?|timing out|issues?|problems?|trouble|warnings?|crash\w*|outage|reports?|complaints?|messages from|slow\w*|latency|spikes?|degrad\w*|broken|paged|alerts)\b/,
    example: "we're seeing 500s on checkout",
  },
  {
    name: 'is-it-down',
    signal: 'report',
    weight: 0.9,
    mood: 'any',
    words: 'is are went anyone anybody',
    pattern:
      /\b(?:is|are|went) (?:\S+ ){0,4}(?=\w)(?:down|broken|slow|unavailable|unreachable|offline|dead|hanging|on fire)\b|\bany(?:one|body)(?: else)? (?:is |are |also )?(?:seeing|getting|having|noticing|noticed|aware of)\b/,
    example: 'is checkout down?',
  },
  {
    name: 'does-not-work',
    signal: 'report',
    weight: 0.8,
    mood: 'any',
    words: "can't cannot can couldn't could unable doesn't does don't do isn't aren't won't not no",
    pattern:
      /\b(?:can't|cannot|can not|unable to|couldn't|could not|can no longer) (?:\w+ ){0,2}(?=\w)(?:log ?in|connect|access|reach|load|open|use|pay|check ?out|see|send|upload|download|deploy|merge|resolve|start|push|pull|sign in|print|ship)\b|\b(?:doesn't|does not|don't|do not|isn't|is not|aren't|are not|won't|not) (?:\w+ )?(?=\w)(?:work|working|load|loading|respond|responding|reachable|available|resolv\w+|arriv\w+|deliver\w+|sync\w*|show\w*)\b/,
    example: 'Customers cannot log in since this morning',
  },
  {
    name: 'something-wrong',
    signal: 'report',
    weight: 0.8,
    mood: 'any',
    words: "something something's there's there outage broken trouble going",
    pattern:
      /\bsomething(?:'s| is| looks)? (?:\w+ )?(?=\w)(?:wrong|off|broken|up|weird|odd)\b|\b(?:outage|in trouble|having trouble|going (?:mental|crazy|wild))\b|\bthere(?:'s| is| are) (?:something|an issue|a problem|problems|issues)\b/,
    example: 'something is wrong with the login page',
  },
  {
    name: 'people-say',
    signal: 'report',
    weight: 0.85,
    mood: 'any',
    words:
      'customer customers user users client clients merchants teams support partners tenants students people everyone reports report complaints complaining pinged told says say send',
    pattern:
      /\b(?:customers?|users?|clients?|merchants?|teams?|support|partners?|tenants?|students?|people|everyone|someone) (?:\w+ ){0,2}(?=\w)(?:report\w*|complain\w*|says?|saying|told|tells?|wrote|pinged|called|cannot|can't|are unable|see no)\b|\breports? (?:that|of|from)\b|\bcomplaints? (?:about|that|from)\b|\bpinged me\b/,
    example: 'Support says customers complain about empty carts',
  },
  {
    name: 'paged',
    signal: 'report',
    weight: 0.7,
    mood: 'plain',
    words: 'paged pager alert alerts alarm',
    pattern:
      /\b(?:got|getting|just got|been) paged\b|\bpager (?:went|is going)\b|\balerts? (?:is |are |just )?(?:firing|fired|went off)\b|\balarm (?:went|is)\b/,
    example: 'getting paged for checkout latency',
  },
  {
    name: 'failing-now',
    signal: 'report',
    weight: 0.6,
    mood: 'any',
    words:
      'failing erroring crashing crashes declined hanging flapping rejecting rejected rejects refused refuses returning returns throwing timing stuck frozen vanished missing leaked exposed doubled empty delayed expired timed standing stand',
    pattern:
      /\b(?:failing|erroring|crash(?:ing|es)|declined|hanging|flapping|reject(?:ing|ed|s)|refuse[sd]|return(?:ing|s) (?:an? )?(?:errors?|\d{3}|servfail|nothing)|throwing|tim(?:ing|ed) out|stuck|frozen|vanished|missing|leaked|exposed|doubled|delayed|expired|stand(?:ing)? still|empty (?:after|for|since))\b/,
    example: 'payments are being declined',
  },
  // Impact: who and how many.
  {
    name: 'counted-impact',
    signal: 'impact',
    weight: 0.9,
    mood: 'any',
    words: '0 hundreds thousands half most all three two every',
    pattern:
      /(?:\b\d[\d,.]{0,12}\s?(?:%|percent|k|m)?|\bhundreds|\bthousands|\bhalf|\bmost|\ball|\bevery|\btwo|\bthree) (?:\w+ ){0,3}?(?=\w)(?:customers?|users?|tenants?|clients?|orders?|requests?|sessions?|tickets?|schools?|merchants?|transactions?|authoris\w+|payments?|invoices?|accounts?|carts?|emails?|mails?|records|rows|regions?|sites?|stores?|lines?|prs)\b/,
    example: 'about 12% of requests fail',
  },
  {
    name: 'affects',
    signal: 'impact',
    weight: 0.8,
    mood: 'any',
    words: 'affects affected affecting impact impacted impacting impacts only limited lose lost losing nothing',
    pattern: /\b(?:affect(?:s|ed|ing)|impact(?:s|ed|ing)|limited to|only (?:the|in|for|one|our|affects)|los(?:e|t|ing) (?:data|orders|about|some|up to))\b/,
    example: 'only the portal is affected',
  },
  // Observations: what was seen, in numbers or in the words that systems use for their ills.
  {
    name: 'measured',
    signal: 'observation',
    weight: 0.7,
    mood: 'any',
    words: '0',
    pattern:
      /\d\s?%|\b\d[\d,.]{0,12}\s?(?:ms|s|secs?|seconds|mins?|minutes|hours?|gb|mb|tb|gib|mib|k|rps|qps|iops|x|connections|errors|retries|times)\b|\b\d[\d,.]{0,12}\s?(?:mb|gb)\/s\b/,
    example: 'load is at 210, iowait 95%',
  },
  {
    name: 'counted-things',
    signal: 'observation',
    weight: 0.75,
    mood: 'any',
    words:
      'pods pod nodes node servers instances connections threads requests errors failures messages rows jobs replicas containers hosts consumers tokens keys machines builds partitions invoices values',
    pattern:
      /(?:\b\d[\d,.]{0,12}|\bhundreds|\bthousands|\bdozens|\ba (?:big )?(?:bunch|burst|lot|ton)|\blots|\bmillions|\bhalf|\bmost|\ball|\bno) (?:of )?(?:the )?(?:[\w-]+ ){0,2}(?=\w)(?:pods?|nodes?|servers?|instances?|connections?|threads?|requests?|errors?|failures?|messages?|rows?|jobs?|replicas?|containers?|hosts?|consumers?|tokens?|keys?|machines?|builds?|partitions?|values?)\b/,
    example: 'there are hundreds of pods in the service cluster?',
  },
  {
    name: 'ill-state',
    signal: 'observation',
    weight: 0.7,
    mood: 'any',
    words:
      'oom oomkilled ooms crashloop crashloopbackoff notready panic panics panicking segfault deadlock deadlocks deadlocked throttling throttled throttle exhausted saturated saturation maxed backlog exception exceptions stacktrace unhealthy unschedulable evicted timeouts timeout refused denied forbidden corrupt corrupted leak leaks leaking overloaded spike spiking lag lagging servfail nxdomain worrisome questionable full kernel idle dying stale climbing growing unavailable',
    pattern:
      /\b(?:oom(?:s|killed)?|crashloop(?:backoff)?|notready|panic(?:s|king)?|segfault|deadlock(?:s|ed)?|throttl(?:ing|ed|e)|exhausted|saturat(?:ed|ion)|maxed|backlog|exceptions?|stacktrace|unhealthy|unschedulable|evicted|timeouts?|refused|denied|forbidden|corrupt(?:ed)?|leak(?:s|ing)?|overloaded|spik(?:e|ing)|lag(?:ging)?|servfail|nxdomain|worrisome|questionable|(?:is|are|disk|volume) (?:\w+ )?full|kernel|in idle|dying|stale|climbing|growing|unavailable)\b/,
    example: 'kubelets OOM on every node',
  },
  {
    name: 'error-code',
    signal: 'observation',
    weight: 0.6,
    mood: 'any',
    words: '0 net',
    pattern: /\b[45]\d\ds?\b(?= |$|,|:)|\b5xx\b|\bnet::|\bcode \d+\b|\bexit code\b|\be[a-z]{3,}(?:refused|timedout)\b/,
    example: 'the API answers 502',
  },
  // Guesses.
  {
    name: 'maybe',
    signal: 'hypothesis',
    weight: 0.6,
    mood: 'any',
    words:
      'maybe perhaps possibly probably might may could suspect suspecting suspected suspicious sus theory wondering wonder related feels smells guess bet must likely think was were is could',
    pattern:
      /\b(?:maybe|perhaps|possibly|probably|(?:might|may|could|must|would) be\b|could (?:it|this|that) be|i (?:guess|bet|assume|wonder|think)|suspect(?:ing|ed)?|suspicious|sus|theory|wondering if|related to|(?:feels|smells) like|(?:was|is) it the|likely)\b/,
    example: 'maybe the SMTP relay throttles us',
  },
  {
    name: 'looks-like',
    signal: 'hypothesis',
    weight: 0.65,
    mood: 'any',
    words: 'looks look seems seem appears sounds',
    pattern: /\b(?:looks|look|sounds) like\b|\bit (?:seems|appears)\b|\bseems? (?:like|to)\b|\bappears? to\b/,
    example: 'looks like pods are being evicted',
  },
  // Findings.
  {
    name: 'found',
    signal: 'finding',
    weight: 1,
    mood: 'plain',
    words: 'found find',
    pattern:
      /\bfound (?:it|the|out|that|why|what|a|an|one|another|some)\b|\b(?:i|we) (?:have |just |also )?found\b|^(?:ok(?:ay)?,? |yes,? |ah,? )?(?:i |we )?find\b(?! out)|^found\b/,
    example: 'found it, the disk on db-1 is dying',
  },
  {
    name: 'cause',
    signal: 'finding',
    weight: 1,
    mood: 'plain',
    words: 'cause caused causes reason culprit issue problem bug trigger triggered offender root problems',
    pattern:
      /\b(?:root[- ])?causes? (?:is|was|of|has been|seems|appears|turned|being)\b|\bcaused by\b|\b(?:the|our) (?:\w+ )?(?=\w)(?:reason|issue|problem|bug|trigger|offender) (?:is|was|turned out|seems|lies|came)\b|\bculprit\b|\broot[- ]caus(?:e|ed|ing)\b|\bproblems (?:\w+ )?come (?:back to|from)\b|\bsee the (?:bug|problem|issue|cause)\b/,
    example: 'the cause is a missing index',
  },
  {
    name: 'turns-out',
    signal: 'finding',
    weight: 0.95,
    mood: 'plain',
    words: 'turns turned',
    pattern: /\bturn(?:s|ed) out\b/,
    example: 'turns out the flag was on for everybody',
  },
  {
    name: 'identified',
    signal: 'finding',
    weight: 0.95,
    mood: 'plain',
    words:
      'identified pinpointed figured tracked traced narrowed discovered determined realised realized reproduced confirmed managed investigation noticed tldr learned know explains',
    pattern:
      /\b(?:identified|pinpointed|figured out|tracked (?:\S+ ){0,6}(?=\w)(?:down|to)|traced (?:it|this|that|back|the)|narrowed (?:\S+ )?down|discovered|determined|reali[sz]ed|reproduced|investigation|noticed that|tl;?dr|learned that|(?:that|this|which) explains|confirmed (?:that |it's |it is )?(?:the|a)\b|^(?:ah |oh |ok |yes )?i know(?: it| why| what)?$)/,
    example: 'We have identified that all failing transactions go through one acquirer',
  },
  {
    name: 'because',
    signal: 'finding',
    weight: 0.7,
    mood: 'plain',
    words: 'because due caused broke why means thanks result',
    pattern: /\bbecause\b(?! of you)|\bdue to\b|\bthat's why\b|\bwhich (?:means|caused|broke|breaks)\b|\b(?:as a|the) result of\b|\bthat (?:broke|caused)\b/,
    example: 'the backfill was skipped, because the column was locked',
  },
  {
    name: 'mechanism',
    signal: 'finding',
    weight: 0.65,
    mood: 'plain',
    words:
      'ran runs expired lost lacks overwrote overwrites overwritten was were got been still misconfigured wrong typo someone somebody went blocks managed missing since holds everything leaks tracked latent',
    pattern:
      /\b(?:r[au]ns? out|expired|lost (?:the|its)|lacks|overwr(?:ote|ites|itten)|(?:was|were|got|been) (?:never |accidentally |silently |not )?(?:deleted|dropped|removed|overwritten|skipped|pushed|killed|misconfigured|renamed|flipped|disabled|exhausted|throttled)|still (?:belongs?|points?|uses?|refers?)|misconfigured|wrong (?:\w+ )?(?=\w)(?:config|version|key|value|cluster|namespace|region|secret|url|order)|typo|some(?:one|body) (?:ran|flipped|pushed|deleted|put|changed|else)|went out at|blocks (?:port|the|all)|managed to (?:exhaust|fill|break)|everything that|holds everything|always latent)\b/,
    example: 'the wildcard cert ran out at midnight',
  },
  {
    name: 'it-is-the',
    signal: 'finding',
    weight: 0.6,
    mood: 'plain',
    words: "it's it that's its",
    pattern:
      /^(?:(?:ok|okay|so|yo|ah|oh|yeah|yes|right|aha|well|and),? ){0,3}(?:it's|it is|it was|that's|its) (?:actually |definitely |really )?(?:the|our|a (?:bug|race|leak|bad|typo)|an? old|in the)\b/,
    example: "ok it's the remote config",
  },
]
