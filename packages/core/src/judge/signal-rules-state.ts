import type { SignalRule } from './signal-rule.ts'

/** How people say what they see, what they think it is and what they found. */
export const STATE_RULES: readonly SignalRule[] = [
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
      'maybe perhaps possibly probably might may could suspect suspecting suspected suspicious sus theory wondering wonder related feels smells guess bet must likely think was were is could reckon reckons',
    pattern:
      /\b(?:maybe|perhaps|possibly|probably|(?:might|may|could|must|would) be\b|could (?:it|this|that) be|i (?:guess|bet|assume|wonder|think)|reckons?|suspect(?:ing|ed)?|suspicious|sus|theory|wondering if|related to|(?:feels|smells) like|(?:was|is) it the|likely)\b/,
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
      /\bfound (?:it|the|out|that|why|what|a|an|one|another|some)\b(?! i (?:think|guess)$| (?:\w+ )?(?:way|workaround|work-around|solution|doc|docs|runbook|thread|ticket|link|page|person|contact|nothing)\b)|\b(?:i|we) (?:have |just |also )?found\b(?! (?:one|another|some)(?: i (?:think|guess))?$)|^(?:ok(?:ay)?,? |yes,? |ah,? )?(?:i |we )?find\b(?! out| (?:\S+ ){1,5}again\b)|^found\b/,
    example: 'found it, the disk on db-1 is dying',
  },
  {
    name: 'cause',
    signal: 'finding',
    weight: 1,
    mood: 'plain',
    words: 'cause caused causes reason culprit issue problem bug trigger triggered offender root problems fault error',
    pattern:
      /\b(?:root[- ])?causes? (?:is|was|has been|seems|appears|turned|being|of)\b(?! (?:still |currently |yet |as yet )?(?:under|unknown|unclear|not|being (?:investigated|looked)|to be))|\bcaused by\b|\b(?:the|our) (?:\w+ )?(?=\w)(?:reason|issue|problem|bug|trigger|offender) (?:is|was|turned out|seems|lies|came)\b|\b(?:cause|reason|culprit|fault|bug) (?:has been |was |is |now ){0,2}(?:found|known|located|clear)\b|\bculprit\b|\broot[- ]caus(?:e|ed|ing)\b(?! (?:analys\w+|unknown|unclear|is (?:not|un)|to follow|pending|tbd|review))|\bproblems (?:\w+ )?come (?:back to|from)\b|\bsee the (?:bug|problem|issue|cause)\b/,
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
      'identified pinpointed figured tracked traced narrowed bisected discovered determined realised realized reproduced confirmed managed investigation noticed tldr learned know explains',
    pattern:
      /\b(?:identified|pinpointed|figured out|tracked (?:\S+ ){0,6}(?=\w)(?:down|to)|traced (?:it|this|that|back|the|to|(?:\S+ )?to)|bisected (?:\S+ )?to|narrowed (?:\S+ )?down|discovered|determined|reali[sz]ed|reproduced|investigation (?:shows?|showed|found|revealed|points?|suggests?|confirm\w*)|noticed that|tl;?dr|learned that|(?:that|this|which) explains|confirmed (?:that |it's |it is )?(?:the|a)\b|^(?:ah |oh |ok |yes )?i know(?: it| why| what)?$)/,
    example: 'We have identified that all failing transactions go through one acquirer',
  },
  {
    name: 'because',
    signal: 'finding',
    weight: 0.7,
    mood: 'stated',
    words: 'because due caused broke why means thanks result',
    pattern:
      /\bbecause\b(?! of you)|\bdue to\b|\bthat(?:'s| is) why\b|\bwhich (?:means|caused|broke|breaks)\b|\b(?:as a|the) result of\b|\bthat (?:broke|caused)\b/,
    example: 'the backfill was skipped, because the column was locked',
  },
  {
    name: 'mechanism',
    signal: 'finding',
    weight: 0.65,
    mood: 'stated',
    words:
      'leaked assumes assume expects expect is are ran runs expired lost lacks overwrote overwrites overwritten was were got been still misconfigured wrong typo someone somebody went blocks managed missing since holds everything leaks tracked latent',
    pattern:
      /\b(?:r[au]ns? out|expired|lost (?:the|its)|lacks|overwr(?:ote|ites|itten)|(?:was|were|got|been) (?:never |accidentally |silently |not )?(?:deleted|dropped|removed|overwritten|skipped|pushed|killed|misconfigured|renamed|flipped|disabled|exhausted|throttled)|still (?:belongs?|points?|uses?|refers?)|misconfigured|wrong (?:\w+ )?(?=\w)(?:config|version|key|value|cluster|namespace|region|secret|url|order)|typo|some(?:one|body) (?:ran|flipped|pushed|deleted|put|changed|else)|went out at|blocks (?:port|the|all)|managed to (?:exhaust|fill|break)|everything that|holds everything|always latent|leaked (?:through|via|by|from|in)|assumes?|expects? (?:a|an|the|it|that)|(?:was|were|is|are) (?:never|not) (?:set|created|applied|updated|migrated|renewed|rotated|included|configured))\b/,
    example: 'the wildcard cert ran out at midnight',
  },
  {
    name: 'understood',
    signal: 'finding',
    weight: 0.95,
    mood: 'plain',
    words: 'understand understood know makes clear explanation',
    pattern:
      /(?<!\bas )\b(?:i|we) (?:now |finally |think i |think we )?(?:understand|understood|know) (?:it(?= now|$)|why|what (?:happened|broke|went|caused|it is|it was)|how (?:it|this|that) (?:happened|broke))\b|\b(?:it|that|this) (?:now |finally |all )?makes sense now\b|\b(?:now it|it all)(?:'s| is) clear\b|\b(?:it|all)(?:'s| is) clear now\b|\bexplanation is\b/,
    example: 'now we know why: the job ran twice',
  },
  {
    name: 'wrong-thing',
    signal: 'finding',
    weight: 0.7,
    mood: 'stated',
    words: 'twice leak bug fault error mistake old wrong stale outdated duplicate duplicated default only went changed never same',
    pattern:
      /\b(?:ran|runs|started|executed|applied|loaded|sent) twice\b|\bthe (?:leak|bug|fault|error|mistake) (?:is|was|sits|lies) in\b|\b(?:uses?|used|using|reads?|got|gets|has|had|points?|pointed|expects?|loads?|loaded|took|takes|talks?|writes?|connects?) (?:(?:from|to|at|on|with|against) )?(?:the |an? |our |still )?(?:old|wrong|stale|outdated|default|prod(?:uction)?(?:'s)?|staging(?:'s)?|test|previous)\b|\b(?:went|changed|jumped|dropped|moved) from \S+ to \S+.{0,40}\b(?:and|so|which)\b/,
    example: 'the importer uses the old column and the new table has another',
  },
  {
    name: 'there-it-is',
    signal: 'finding',
    weight: 0.95,
    mood: 'plain',
    words: "aha bingo eureka there there's here here's spotted nailed mystery smoking see have i've got that that's real actual",
    pattern:
      /^(?:(?:yes|yep|yeah|ok|so|right|aha),? )?that's (?:it|the one)$|^(?:right|aha|ah|yes|ok|okay|so|wait),? (?:i|we)(?:'ve| have)? (?:have|got|have got) it$|^(?:i|we) (?:have|got) it$|\b(?:yep|yeah|yes|no|so|right|and),? that(?:'s| is| was) it$|\bthat(?:'s| is) (?:what (?:\w+ ){0,3}(?:doubles|breaks|broke|causes|caused|kills|killed|triggers|triggered|fills|filled|blocks|blocked|did it)|(?:the|our) (?:problem|reason|cause|bug|culprit|issue))\b|\bthere's (?:our|the|your) (?:problem|cause|culprit|bug|issue)\b|\b(?:real|actual) (?:reason|cause|culprit|problem)\b|^(?:aha|bingo|eureka)\b|\b(?:there|here) it is\b|\bhere(?:'s| is) (?:the|our|your) (?:\w+ )?(?:cause|problem|culprit|bug|issue|reason|error|smoking gun)\b|\b(?:spotted|nailed) (?:it|the)\b|\bmystery solved\b|\bsmoking gun\b|\bi see (?:it now|what happened|why|the (?:problem|cause|bug|issue))\b/,
    example: "here's the culprit: the cron job of the reports",
  },
  {
    name: 'explains-after',
    signal: 'finding',
    weight: 0.75,
    mood: 'stated',
    words: 'got gotcha ah ahh oh ohh ok right so',
    pattern:
      /^(?:ok(?:ay)?,? |so,? |right,? )?(?:got it|gotcha|a+h+|o+h+)[,:]? (?:it|the|our|this|that|we|somebody|someone|old|new|every)(?:'s|\b) ?(?=(?:\S+ ){4})/,
    example: 'ah, the import writes the prices in cents and we read them as euros',
  },
  {
    name: 'is-the-cause',
    signal: 'finding',
    weight: 0.95,
    mood: 'plain',
    words: 'problem culprit cause reason offender trigger bug what did',
    pattern:
      /^(?!(?:so |and |ok |but )?(?:what|which|where|who|how)\b).{0,160}\b(?:is|was|are) (?:the|our|your) (?:actual |real |root )?(?:problem|culprit|cause|reason|offender|trigger|bug)\b(?! (?:still|of|in|with|that|report|tracker))|\b(?:is|was) what(?:'s| is| has been| was)? (?:kill|break|block|caus|eat|fill|hammer|overload|hold|slow|trigger|broke)\w*|^(?:(?:ok|so|yep|yes),? )?(?:the|our|that|this|my|a) (?:[\w-]+ ){1,4}did (?:it|this|that)$|^(?:so |ok |ok so )?(?:here's |this is )?what happened(?: is| was)?$/,
    example: 'yep, the proxy is the problem',
  },
  {
    name: 'by-mistake',
    signal: 'finding',
    weight: 0.75,
    mood: 'stated',
    words: 'mistake accidentally inadvertently unintentionally fat fingered quota limit cap ceiling comes came come',
    pattern:
      /\bby mistake\b|\b(?:accidentally|inadvertently|unintentionally)\b|\bfat-?finger\w*|\b(?:hit|reached|exceeded|over|exhausted) (?:the|our|its|their) (?:\w+ ){0,3}(?:quota|limit|cap|ceiling)\b|\b(?:this|it|that|they|all of (?:it|them)) (?:all )?(?:comes?|came) from\b/,
    example: 'the replica had been promoted by mistake',
  },
  {
    name: 'change-did',
    signal: 'finding',
    weight: 0.6,
    mood: 'stated',
    words:
      'release deploy deployment change migration job update upgrade rotation vendor cron cleanup patch rollout ruleset rule refactor commit pr merge terraform flag',
    pattern:
      /\b(?:release|deploy(?:ment)?|change|migration|job|update|upgrade|rotation|vendor|cron|cleanup|patch|rollout|rule ?set|refactor|commit|pr|merge|terraform|flag)\b(?: \S{1,30}){0,4} (?=\w)(?:dropped|deleted|removed|changed|replaced|overwrote|disabled|broke|reset|renamed|switched|turned|lowered|doubled|moved|introduced|sets|removes|changes|blocks|drops)\b/,
    example: 'the change of yesterday removed the permission',
  },
  {
    name: 'they-admit',
    signal: 'finding',
    weight: 0.8,
    mood: 'stated',
    words: 'confirm confirms confirmed admit admits admitted acknowledged acknowledge',
    pattern:
      /\b(?:carrier|vendor|provider|supplier|bank|isp|aws|azure|gcp|google|cloudflare|manufacturer|hoster|hosting|registrar|upstream|they) (?:now |have |has |just |finally ){0,2}(?:confirms?|confirmed|admits?|admitted|acknowledged?)\b(?!.{0,100}\b(?:fix\w*|back|restored|normal|works?|working|resolved|recovered|good|all is|no \w+|nothing|receipt|ticket)\b)/,
    example: 'the carrier confirms it now: an excavator has cut the cable',
  },
  {
    name: 'on-their-side',
    signal: 'finding',
    weight: 0.75,
    mood: 'stated',
    words: 'side end',
    pattern: /\b(?:it's|it is|is|was|problem|outage|failure) (?:\w+ ){0,3}?(?:on|at) (?:their|the \w+(?:'s)?) (?:side|end)\b(?! of)/,
    example: 'it is on their side, a storage failure in their data centre',
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
