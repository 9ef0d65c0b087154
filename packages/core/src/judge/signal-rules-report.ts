import type { SignalRule } from './signal-rule.ts'

/** How people say that something is wrong, and for whom. */
export const REPORT_RULES: readonly SignalRule[] = [
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
      /\b(?:customers?|users?|clients?|merchants?|teams?|support|partners?|tenants?|students?|people|everyone|someone) (?:\w+ ){0,5}(?=\w)(?:report\w*|complain\w*|says?|saying|told|tells?|wrote|pinged|called|cannot|can't|are unable|see no)\b|\breports? (?:that|of|from)\b|\bcomplaints? (?:about|that|from)\b|\bpinged me\b/,
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
      'failing erroring crashing crashes declined hanging flapping rejecting rejected rejects refused refuses returning returns throwing timing stuck frozen vanished missing leaked exposed doubled empty delayed expired timed standing stand buffering stuttering glitching freezing dropping',
    pattern:
      /\b(?:failing|erroring|crash(?:ing|es)|declined|(?:is|are|keeps?|keep) (?:buffering|stuttering|glitching|freezing|dropping)|hanging|flapping|reject(?:ing|ed|s)|refuse[sd]|return(?:ing|s) (?:an? )?(?:errors?|\d{3}|servfail|nothing)|throwing|tim(?:ing|ed) out|stuck|frozen|vanished|missing|leaked|exposed|doubled|delayed|expired|stand(?:ing)? still|empty (?:after|for|since))\b/,
    example: 'payments are being declined',
  },
  {
    name: 'nobody-can',
    signal: 'report',
    weight: 0.8,
    mood: 'any',
    words: "can't cannot can couldn't could unable nobody longer one stopped stops",
    pattern:
      /\b(?:customers?|users?|clients?|merchants?|people|everyone|everybody|they|some|agents?|staff|team|department|office) (?:\w+ ){0,2}(?:can't|cannot|can not|are unable to|can no longer|couldn't) \w+|\b(?:nobody|no one) (?:can|is able to|gets?|receives?)\b|\bno longer (?:works?|loads?|opens?|responds?|sends?|receives?|gets?|starts?|updates?)\b|\bstop(?:ped|s) (?:working|responding|sending|receiving|updating|processing|loading|delivering|syncing|accepting|coming in)\b/,
    example: 'users can not see their invoices',
  },
  {
    name: 'out-of-order',
    signal: 'report',
    weight: 0.75,
    mood: 'any',
    words:
      'fail fails failed dropped went disappeared gone flatlined zero 0 blank white black empty busted borked bricked wedged hung freezes frozen unresponsive locked logged disconnected kicked broke died dead twice double other another someone somebody itself certificate longer stuck cannot no nothing lost',
    pattern:
      /\b(?:logins?|payments?|requests?|orders?|uploads?|downloads?|deploys?|builds?|jobs?|calls?|mails?|emails?|messages?|checkouts?|searches|imports?|exports?|syncs?|transactions?|connections?|pages?|queries|tests) (?:\w+ ){0,2}(?:fail|fails|failed)\b|\b(?:dropped|fell|falls|drops|went) (?:out of|off|to (?:0|zero|nothing)|away|dark|silent)\b|\bdisappeared\b|\bflat-?lined\b|\b(?:zero|0|no) (?:results|hits|traffic|data|signal|sales|orders|logins)\b|\b(?:blank|white|black|empty|error) (?:screens?|pages?)\b|\b(?:busted|borked|bricked|wedged|unresponsive|locked out|logged out|disconnected|kicked out)\b|\b(?:charged|billed|booked|sent|delivered|printed|paid) (?:\w+ ){0,2}(?:twice|double)\b|\b(?:other|another|someone else's|somebody else's) (?:customer|client|tenant|user|patient|company|person|people)(?:'?s'?)? (?:data|invoices?|files?|orders?|names?|records?|messages?|accounts?)\b|\b(?:invoices?|files?|data|orders?|messages?|records) (?:of|from) (?:other|another|someone else|somebody else)\b|\bcloses itself\b|\bcertificate (?:\w+ ){0,3}(?:not valid|invalid|expired|not trusted|untrusted)\b|\blonger and longer\b|\bis (?:hung|dead|gone|stuck)\b|\b(?:has been|is|are|been) stuck\b|\bnothing (?:loads|works|happens|arrives|comes|is (?:found|loading|working|coming))\b/,
    example: 'all logins fail since noon',
  },
  {
    name: 'security-report',
    signal: 'report',
    weight: 0.85,
    mood: 'any',
    words:
      'token tokens key keys secret secrets password passwords credential credentials data bucket suspicious unauthorized unauthorised phishing phished breach breached ransomware malware hacked stolen compromised researcher',
    pattern:
      /\b(?:tokens?|keys?|secrets?|passwords?|credentials?|bucket|data|dump) (?:\S+ ){0,6}(?:leaked|public|publicly|exposed|stolen|compromised|pastebin|gist|github|dark ?web)\b|\bsuspicious (?:\w+ )?(?:log-?ins?|activity|requests?|traffic|e?mails?|process\w*|charges?|transactions?)\b|\bunauthori[sz]ed \w+|\bphish(?:ing|ed)\b|\bbreach(?:ed)?\b|\b(?:ransom|mal)ware\b|\bhacked\b|\b(?:compromised|stolen) \w+|\bsecurity researcher\b/,
    example: 'an API key of ours is public on GitHub',
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
]
