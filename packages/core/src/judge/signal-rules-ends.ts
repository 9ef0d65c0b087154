import type { SignalRule } from './signal-rule.ts'

/** What is bad about a system; `again` and `no` mean the opposite with it. */
const TROUBLE = String.raw`(?:errors?|fail\w*|broken|down|slow\w*|stuck|[45]\d\ds?|[45]xx|timeouts?|timing|crash\w*|loop\w*|alerts?|alerting|ringing|hang\w*|firing|flapping|complain\w*|same|worse|missing|full|gone|lost|dead|offline|red|problem\w*|issues?|outage|spik\w*|climb\w*|growing|dropp\w*|fall\w*|declin\w*|reject\w*|refus\w*|block\w*|leak\w*|pag(?:ed|ing)|not|\w+n't|cannot|never|nothing|nobody|no|unavailable|degrad\w*|queu(?:ing|ed)|piling|stall\w*|lagging|stopp\w*|stops|grow\w*|call|calling|restarting|climbs|died|dies|dying|spinner|spinning|turns|turning|rising|pinned|before|rolling|loaded|rebooting|drift\w*|throttl\w*|wrong|bad|sick|ill|useless|impossible|unable)`
/** What people do `again` that says nothing of how systems are. */
const DEED = String.raw`(?:try\w*|tried|check\w*|look\w*|ask\w*|call\w*|ping\w*|restart\w*|re\w+ing|deploy\w*|test\w*|start\w*|cancel\w*|once|yet|now|on|off|back|over|out|see|saw|say\w*|said|tell\w*|write|wrote|never|here|it|that|this|thanks|you|go|do|did|done|push\w*|read\w*|meet\w*|sync)`
const IS = String.raw`(?:is|are|it's|they're|we're|that's|can|could|has|have|gets?|got|goes?|going|comes?|coming|all|both|everything|everybody|everyone)`

/** How people say that it works again, and that it does not. */
export const END_RULES: readonly SignalRule[] = [
  {
    name: 'back-again',
    signal: 'confirmation',
    weight: 0.95,
    mood: 'plain',
    words: 'back again normal',
    pattern:
      /\bback (?:to normal|up(?! to \d)|online|in business|to (?:healthy|green))\b|\b(?:is|are|looks?|all) back\b(?! (?:at|in \d|on|from))|\b(?:works?|working|loads?|loading|resolves?|running|up|healthy|writable|reachable|normal|merging|available|fine|good|green|responding|see \w+(?: \w+)?) again\b|\bonce again \w+ing\b|\b(?:gets?|getting|sees?|receiv\w+|succeed\w*|pass(?:es|ing)?|process\w*|opens?|connects?|answers?|flow\w*|arriv\w+|deliver\w*|prints?|serv(?:es|ing)|sync\w*|log in|pay|search|upload) (?:(?!errors?|failures?|alerts?|timeouts?|issues?|problems?|spikes?|complaints?|reports?|[45]\d\ds?|it|this|that|the)\S+ ){0,3}again\b/,
    example: 'latency is back to normal',
  },
  {
    name: 'recovered',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'recovered recovering recovers recover',
    pattern: /(?<!\b(?:our|the|an?|to|inside|this|that|will|should|can|not|whole) )\brecover(?:ed|ing|s)?\b(?! (?:data|the|plan|from|statement))/,
    example: 'all regions recovered',
  },
  {
    name: 'is-fixed',
    signal: 'confirmation',
    weight: 0.95,
    mood: 'plain',
    words: 'fixed resolved solved mitigated restored healthy green stable established ready valid',
    pattern:
      /\b(?:is|are|was|it's|that's|now|all|been|looks?|everything|confirmed|nodes) (?:\w+ )?(?=\w)(?:fixed|resolved|solved|mitigated|restored|healthy|green|stable|established|ready)\b|^(?:fixed|resolved|mitigated|solved|stable)\b/,
    example: 'the issue is fixed',
  },
  {
    name: 'trouble-gone',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'errors error alerts alert failures timeouts latency lag backlog queue crashes crash no rate rates problem problems issue issues symptoms gone zero',
    pattern:
      /\b(?:errors?|error rates?|alerts?|failures?|[45]\d\ds|[45]xx|timeouts?|latency|lag|backlog|queue|crash(?:es)?|problems?|issues?|symptoms?)\b.{0,20}\b(?=\w)(?:gone|cleared|clear|zero|dropping|stopped|drained|at 0|down to|normal|falling)\b|\bno (?:more|new|further) (?:\w+ )?(?=\w)(?:errors?|failures?|reports?|alerts?|complaints|timeouts?|use|crashes|5\d\ds)\b|\bcrash free at\b/,
    example: 'errors are gone',
  },
  {
    name: 'confirmed-good',
    signal: 'confirmation',
    weight: 1,
    mood: 'plain',
    words: 'confirm confirms confirmed confirming verified say says validated',
    pattern:
      /\b(?:confirm(?:s|ed|ing)?|verified|validated|says?)\b.{0,50}\b(?=\w)(?:fix(?:ed)?|work(?:s|ing)?|normal|healthy|good|loads|back|resolved|fine|again|are there|stable)\b/,
    example: 'confirmed fixed',
  },
  {
    name: 'works-now',
    signal: 'confirmation',
    weight: 0.8,
    mood: 'plain',
    words: 'works work looks look all we working fine good safe up succeed everything',
    pattern:
      /\b(?:works|working|fine|good|healthy|ok|okay|stable|up|succeeding|green) now\b|^\w+(?: \w+)? works\b|\bworks? (?:for me|fine)\b|\blook(?:s|ing)? (?:good|healthy|normal|stable|better)\b|\ball (?:good|green|healthy)\b|\bwe(?:'re| are)? (?:good|safe|back)\b|\bis up$/,
    example: 'checkout works for me now',
  },
  {
    name: 'seen-by-users',
    signal: 'confirmation',
    weight: 0.95,
    mood: 'plain',
    words:
      "nothing succeeding arriving accepted coming going well stopped calm quiet silent trick more exception error errors row are have printing playing inside snappy through served selling booking in all everything everything's empty zero 0",
    pattern:
      /\b(?:wards?|users?|customers?|clients?|people|everyone|they|complaints?|tickets|reports|stores?|shops?|support|sites?|offices?|teams?) (?:\w+ ){0,3}stopped (?:calling|ringing|coming|complaining|shouting|writing|asking)\b|\b(?:tele)?phones? (?:\w+ ){0,3}(?:calm|quiet|silent)\b|\bdid the trick\b|\bonce more (?:able to|in a position to)\b|\b(?:e?mails|orders?|payments|messages|requests|jobs|logins|transfers|calls|files|writes|bookings|deliveries|events) (?:are |is )(?:now |all |again )?(?:succeeding|arriving|accepted|coming in (?:normally|again|fine)|going out)\b|\bnothing (?:is )?(?:stuck|fail\w*|waiting|pending|left|lost|declined|missing) (?:any ?more|now)\b|\ball(?: is|'s)? well\b|\bwithout (?:exception|errors?)\b|\bin a row (?:w\/o|without|with no|and no)\b|\b(?:people|folks|everyone|everybody|users|customers|clients|citizens|players|students|patients|staff|agents|drivers|guests|passengers|(?:both|all) \w+)(?: are| have) (?:now |all )?(?:playing|watching|typing|working|buying|ordering|paying|printing|getting (?:their|them)|happy|inside|served|their \w+(?: back)?)\b|\b(?:all|every|both) (?:the )?\w+ (?:are |is )(?:now )?(?:printing|playing|inside|snappy|in|through|served|selling|booking)(?=$|,| here| now| too)|\b(?:queue|backlog|lag) (?:is |now |at )?(?:empty|zero|0)(?=$|,)|^(?:and )?(?:all|everything(?:'s| is)) (?:snappy|fast|quick|smooth|quiet|instant)\b/,
    example: 'all counters are printing here',
  },
  {
    name: 'as-it-should',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'confirmed right correct correctly expected normal before yesterday without clean all both every matches match where what',
    pattern:
      /\blooks? (?:right|correct|as (?:expected|before|usual))\b|\bright again\b|\b(?:that's|which is|this is|it's) what (?:we|it|they) (?:had|have|was|were|is|normally|usually|always)\b|\b(?:correct|clean|complete|in sync) (?:again|now|on all|everywhere)\b|\b(?:ended|finished|completed?|ran|runs|went|goes|passes|passed) (?:\w+ )?without (?:any )?(?:errors?|failures?|problems?|issues?|warnings?)\b|\b(?:where|what|as|like) (?:it|they) (?:(?:was|were|used to be)\b.{0,12}\b(?:before|yesterday|this morning|last week)|should be|belongs?)\b(?! by)|\ball (?:\w+ ){1,2}(?:match|reconcile|pass|add up)\b|\bconfirmed (?:ok |good |working |fine )?by (?:the )?(?:business|users?|customers?|support|qa|clients?|stores?|shops?|plants?|partners?)\b/,
    example: 'the export ran without errors',
  },
  {
    name: 'should-work-now',
    signal: 'confirmation',
    weight: 0.75,
    mood: 'any',
    words: 'should',
    pattern:
      /\bshould (?:all |now )?be (?:\w+ )?(?=\w)(?:fine|fixed|good|ok|okay|back|resolved|healthy|working|stable)(?: now| again)?(?! (?:by|in|once|after|when|soon|tomorrow|if|until))/,
    example: 'things should be fine now',
  },
  {
    name: 'still-broken',
    signal: 'relapse',
    weight: 0.85,
    mood: 'any',
    words:
      "same still persists persist persisted again back spinner's didn't did no returns return returned better came worse recurring recurred reopening reopened keeps not isn't aren't hasn't continues happening",
    pattern:
      /\bstill (?:\w+ )?(?=\w)(?:come|coming|complain\w*|elevated|high|errors?|fails?|unable|cannot|can't|missing|affected|blocked|hanging|seeing|failing|broken|down|not|getting|happening|slow|there|an issue|having|crash\w*|unhealthy|see|red|the same|going on|stuck|timing|growing|40[13]|5\d\d|pretty|very|looks?)\b|\bpersist(?:s|ed)?\b|\b(?:failing|fails|broken|down|crashing|firing|stuck|slow|hanging|timing out|dropping|erroring|blocked|unavailable|full|gone|lost|dead|offline|stopped|stops|died|dies|dying|growing|grows|climbing|climbs|rising|rises|crashed|stopping|complaining|calling|piling up|red|frozen|hung|stalled|unreachable|turns|spinning) again\b|\bsame (?:\w+ ){0,2}(?:again|(?:as|like) before)\b|\bagain (?:as|like) before\b|\bback up to \d|\bspinner(?:'s| is) back\b|\bdid(?:n't| not) (?:last|hold|stick)\b|\bno more since\b|\b(?:errors?|failures?|timeouts?|alerts|the problem|the issue|duplicates|symptoms) (?:has |have )?return(?:s|ed|ing)?\b|\b(?:not|no|isn't|aren't) (?:any |much )?better\b|\bsame here still\b|^not for (?:me|us)\b|\bstill (?:doubl\w+|duplicat\w+|coming|the old)\b|\bstill (?:zero|0)(?=$|,)|\b(?:it|they|errors?|issue|problem) (?:came|is|are) back\b(?! to)|\bworse\b|\brecurr(?:ing|ed)\b|\breopen(?:ing|ed)\b(?= (?:the |this )?(?:incident|ticket|issue|case|bug)|$)|\bkeeps? (?:growing|failing|crashing|happening)\b|\b(?:not|isn't|aren't|hasn't) (?:yet |been |fully |really )?(?:fixed|resolved|recovered|recovering|healthy)\b/,
    example: 'I think the problem persists after the revert',
  },
  {
    name: 'good-again',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'again',
    pattern: new RegExp(
      String.raw`(?:\b${IS} (?:[^\s,]{1,30} ){0,5}again\b|\b(?!${DEED} )[a-z]{2,20} again(?=[^a-z]{0,4}$|,| and| for| as| with| in| on| at| since| after))(?<!\b(?:${TROUBLE}|try|check|please|pls|let's|should)\b.{0,200})`,
    ),
    example: 'all 34 kiosks are printing again',
  },
  {
    name: 'no-trouble-for',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'no zero not',
    pattern:
      /(?:\b(?:no|zero|0|not a single|not one) (?:[\w-]+ ){0,2}(?=\w)(?:errors?|failures?|duplicates?|doubles|charges|disconnects|evictions|difficult\w+|[45]\d\ds?|timeouts?|alerts?|complaints?|calls?|tickets?|drops?|crashes|rejects?|rejections?|issues?|problems?|recurrences?|reports?|declines|payments?|orders?|requests?|messages?|jobs?|payouts?|sign-?ins?|restarts?)(?: \w+)? (?:for|in the last|since|over the last|left|any ?more|pending|waiting|stuck)\b|\b(?:zero|no|0) (?!one|body|more)\w+ (?:are |is )?(?:stuck|failing|declined|affected|blocked|in error)\b)/,
    example: 'no declined payments for 10 minutes',
  },
  {
    name: 'all-good-here',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: "we we're all everything it's that's green good clear",
    pattern:
      /\bwe(?:'re| are)? back(?=$|,| now| online| in business)|\bgreen across the board\b|\bwe(?:'re| are) (?:all |now |back |fully )?(?:green|live|healthy|stable|operational|in the clear|out of the woods)\b|^(?:and |so |ok |yes |yep )?(?:it's |we're |that's )?(?:all|everything) (?:is |looks |looking )?(?:good|green|healthy|normal|fine|well|ok|okay|quiet|clean)\b(?! (?:so far|except|until|till|from|idea|with me|catch|point))|\ball (?:good|green|fine|clear) (?:on (?:our|my|this) (?:side|end)|here|from (?:our|my) side)\b/,
    example: "p99 95. we're green",
  },
  {
    name: 'at-normal',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'normal usual baseline nominal healthy flat clean slo expected green pre levels under below within',
    pattern:
      /\b(?:at|within|to|on|near) (?:the |our |its |their )?(?:usual|normal|regular|baseline|nominal|pre-incident) ?(?:rates?|levels?|values?|range|volume|speed|numbers)?\b|\b(?:within|under|below) (?:the |our )?slo\b|\bback (?:under|below|within|at) (?:\d|the|our|its|normal|usual|slo)|\b(?:see|seeing|have|having|resumed?|at|taking|serving) normal (?:traffic|levels?|rates?|volumes?|latenc\w+|operations?|service)\b|\b(?:traffic|rates?|latenc\w+|metrics?|graphs?|dashboards?|charts?|numbers|levels?|p\d\d|throughput|volumes?|checks?|probes?) (?:\w+ ){0,3}(?:normal|healthy|good|flat|clean|nominal|green)\b/,
    example: 'the graphs look healthy',
  },
  {
    name: 'all-of-them',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: '0 rate rates',
    pattern:
      /\b(\d{1,6}) ?(?:\/|of|out of) ?\1\b(?! (?:fail|down|affected|broken|error|dead))|\ball \d[\d,]* (?:\w+ ){1,3}(?:are |have |is )?(?=\w)(?:print|work|log in|logged|run|process|respond|deliver|succeed|pass|back|up|green|healthy|online)\w*|\b(?:success|hit|delivery|completion|approval|acceptance) rates? (?:\w+ ){0,2}(?:at )?(?:9\d|100)\b/,
    example: '20/20 nodes ready',
  },
  {
    name: 'does-well-now',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'now ok okay fine normally through flowing flow moving delivered processed sent out',
    pattern:
      /\bnow (?:it |they |everything |all )?(?=\w)(?:prints?|works?|loads?|runs?|opens?|goes|sends?|responds?|answers?|arrives?) (?:ok|okay|fine|good|well|normally|through)\b|\b(?:requests|orders|payments|mails|messages|calls|jobs|logins|writes|reads|everything|it all) (?:are |is )?(?:now )?(?:go|goes|going|flow|flows|flowing|come|comes|coming) through (?:fine|normally|now|ok|okay|well)\b|\bworking (?:for \w+ |fine |ok |well )now\b|\b(?:orders?|traffic|e?mails?|messages|payments|requests|data|events|jobs|logins|packets|calls|transactions|bookings|deliveries) (?:are |is )(?:all |now |again )?(?:flowing|moving|going (?:through|out)|being (?:processed|delivered|sent))\b(?! (?:to|via|over) (?:the )?(?:old|wrong|backup))/,
    example: 'now it prints ok, the whole queue went out',
  },
  {
    name: 'state-of-all',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'all everything everybody everyone both every each',
    pattern:
      /\b(?:all|everything|everybody|everyone|both|every|each)(?: (?!but|errors?|alerts?|of this)[\w-]+){0,4}? (?=\w)(?:(?:is|are|looks?|reports?|seems?|have|has|can|all|now|back|up|ok) ){0,3}(?:up and running|online|green|healthy|nominal|restored|recovered|operational|reachable|works?|working|gone through|went through|replayed|completed?|cleared|caught up|in sync|log in|logged in|happy|ok|okay|processed|delivered|drained)\b(?! (?:for us|on our side|here|except|until|so far))/,
    example: 'all tills are online',
  },
  {
    name: 'service-restored',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'restored recovered resumed reestablished established flowing caught recovery fully running without',
    pattern:
      /\b(?:services?|access|connectivity|traffic|power|replication|sync|delivery|connections?|operations?) (?:is |are |has |have |been |was |were |now |fully ){0,4}(?:restored|recovered|resumed|re-?established|flowing)\b|\bfull recovery\b|\bfully (?:recovered|restored|operational|functional|back)\b|\b(?:we've|we have|replicas?|consumers?|workers?|it|they|lag|queue|everything|all)(?: has| have|'s|'ve| are| is)?(?: all| now)? caught up\b|^(?:all |fully )?caught up(?: now| again)?$|\bup and running\b|\bwithout (?:a single|any) (?:errors?|failures?|issues?|problems?|timeouts?)\b/,
    example: 'service restored for all customers',
  },
  {
    name: 'people-can',
    signal: 'confirmation',
    weight: 0.8,
    mood: 'plain',
    words: "can site's site it's they're up test work works load loads open opens connect connects print prints resolve resolves respond responds",
    pattern:
      /\b(?:users?|customers?|people|everyone|everybody|staff|nurses|doctors|agents|drivers|students|clients|merchants|partners|players|patients|teams?) can (?:now |all |again )?(?:log in|pay|search|print|connect|see|order|book|upload|check ?out|access|open|play|buy|call)\b(?!.{0,30}\b(?:else|other)\b)|\b(?:i|he|she|they|we) can (?:now )?(?:log in|pay|print|connect|order|book|upload|open|play|buy|call|send) (?:\S+ ){0,3}(?:now|again)\b|^(?:(?:and|yes|yep|the|all|both|our|my|it) )*(?:[\w-]+ ){0,2}(?:works?|loads?|opens?|connects?|prints?|resolves?|responds?)(?: (?:again|now|fine|normally|everywhere|at once|for (?:me|us|everyone|everybody|all)))*$|^(?:the )?(?:site|page|app|api|portal|shop|system|it|service)(?:'s| is) up\b|\btest (?:order|payment|message|mail|call|transfer|job|run|login|purchase|booking|file) (?:has |is |was )?(?:went|gone|goes|got|came|comes|arrived|succeeded|accepted|passed|fine|ok)\b|^(?:the |all |both )?\w+ works?(?: (?:again|now|fine))?$/,
    example: 'users can log in',
  },
  {
    name: 'contained',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'contained eradicated neutralised neutralized',
    pattern: /^(?:\S+ ){0,6}(?:is|are|fully|now|it's|threat)?\s?(?:contained|eradicated|neutrali[sz]ed)$/,
    example: 'no foreign sessions left. Contained.',
  },
  {
    name: 'bad-again',
    signal: 'relapse',
    weight: 0.85,
    mood: 'any',
    words: 'again same hmm hm ugh nope damn crap argh oh spoke workaround came square declining back',
    pattern: new RegExp(
      String.raw`\bsame (?:error|problem|issue|story|symptoms?|picture|message|[45]\d\ds?)(?: again|s)?$|\bringing again\b|\b(?:errors?|[45]\d\ds?|failures?|timeouts?|crashes|alerts|complaints|drops|calls|lag|latency|buffering|the (?:problem|issue|error)) (?:are |is |have |has |\w+ing |\w+ed ){0,2}(?:back(?! (?:to|at|under|below|within|in))|again(?! (?:at|under|below|within|normal|fine)))\b|^nope\b.{0,60}\b(?:back|again|down)\b|^(?:hm+|ugh|nope|damn|crap|argh|oh no|uh-? ?oh|no)\b,? (?:and )?(?:it|it's|they|they're|that|we're|we) (?:\S+ ){0,3}(?:back|again|down)\b|\bspoke too soon\b|\b(?:only|just) a (?:workaround|band-?aid)\b|\bcame back\b(?! to (?:normal|life))|\bback to square one\b|\bstill (?:declin\w+|nothing|no |red\b|as bad|impossible|useless)`,
    ),
    example: 'phones are ringing again, same 502',
  },
]
