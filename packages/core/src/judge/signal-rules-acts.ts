import { ACTION_WORDS } from './action-words.ts'
import type { SignalRule } from './signal-rule.ts'

const { base, ing, past } = ACTION_WORDS

/** How people say what is tried, decided, done and whether it helped. */
export const ACT_RULES: readonly SignalRule[] = [
  {
    name: 'ruled-out',
    signal: 'dead-end',
    weight: 0.6,
    mood: 'any',
    words: 'ruled rule herring alarm nevermind never not isn fine healthy normal unchanged operational nothing no any',
    pattern:
      /\brul(?:ed?|ing) (?:\S+ )?out\b|\bred (?:herring|flag)\b|\bfalse alarm\b|\bnever ?mind\b|^(?:no,? )?not (?:it|the|a)\b|\b(?:is|are|looks?|seems?) (?:all |still )?(?:fine|healthy|normal|unchanged|operational)\b(?! now| again)|\bnothing (?:changed|suspicious|unusual|obvious|in the logs)\b|\bno (?:\w+ )?(?=\w)(?:code )?changes?\b(?! (?:in|to) (?:the )?plan)/,
    example: 'relay is fine, 12 ms per mail',
  },
  {
    name: 'no-effect',
    signal: 'dead-end',
    weight: 0.85,
    mood: 'any',
    words: "no didn't did doesn't does not without rollback restore failover deploy restart migration fix revert backup failed fails refuses gave stuck",
    pattern:
      /\bno (?:effect|luck|difference|change|improvement)\b|\b(?:didn't|did not|doesn't|does not) (?:help|work|fix|change|make|switch|recover)\b|\bwithout (?:effect|success|luck)\b|\b(?:rollback|restore|failover|deploy(?:ment)?|restart|migration|fix|revert|backup|import|upgrade) (?:has |is |just )?(?:failed|stuck|fails|refused)\b|\bgave up\b|\brefuses\b/,
    example: 'added 6 consumers, no effect',
  },
  {
    name: 'asked-to-act',
    signal: 'proposal',
    weight: 0.7,
    mood: 'any',
    words: 'should shall can could want how what why propose suggest proposal would need worth consider',
    pattern: new RegExp(
      String.raw`\b(?:should|shall|can|could|want (?:me|us) to|how about|what about|why (?:don't|not)|propos(?:e|al)|suggest|would|worth|consider)\b.{0,40}\b(?:${base.pattern}|${ing.pattern})\b`,
    ),
    example: 'shall we roll back to last week?',
  },
  {
    name: 'lets',
    signal: 'decision',
    weight: 0.75,
    mood: 'plain',
    words: "let's lets let",
    pattern: /\b(?:let's|lets|let us) (?:just |now |please )?(?!know|see|hope|say|be|talk|discuss|hang|assume|get some|have)\w+/,
    example: "let's roll back",
  },
  {
    name: 'decided',
    signal: 'decision',
    weight: 1,
    mood: 'plain',
    words: 'decided decide decision agreed going go plan opted opting approved authorised authorized',
    pattern:
      /\bdecided?\b|\bdecision\b|\b(?:change|plan|request|rollback|restart|failover) (?:\S+ )?(?:is|was|has been) (?:approved|authori[sz]ed)\b|\b(?:we|all) agreed\b|\b(?:going|go) with\b|\bgo(?:ing)? ahead\b|\bplan(?: is\b|:)|^the plan\b|\bopt(?:ed|ing) (?:for|to)\b/,
    example: 'we decided to route traffic to the second acquirer',
  },
  {
    name: 'will-act',
    signal: 'decision',
    weight: 0.75,
    mood: 'plain',
    words: "i'll we'll will going gonna about need have must ll i'd",
    pattern: new RegExp(
      String.raw`\b(?:i'll|we'll|i will|we will|going to|gonna|about to|(?:i|we) (?:need|have|must)(?: to)?|must)(?: \w+)? (?:${base.pattern})\b`,
    ),
    example: "we're going to fail over to db-2",
  },
  {
    name: 'told-to-act',
    signal: 'decision',
    weight: 0.7,
    mood: 'plain',
    words: `please pls kindly ${base.words}`,
    pattern: new RegExp(
      String.raw`\b(?:please|pls|kindly) (?:${base.pattern})\b|^@?[\w ]{2,24}, (?:please )?(?:${base.pattern})\b|^@[\w ]{2,24} please (?:${base.pattern})\b`,
    ),
    example: 'Leo, pin node-agent at 7.3.2 everywhere',
  },
  {
    name: 'acting',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words: ing.words,
    pattern: new RegExp(
      String.raw`(?<!\b(?:keeps?|kept|stop|of|for|from|by|after|before|when|while|without|the|despite|start|is the) )\b(?:${ing.pattern})\b(?! (?:out of|late|slow|low|hot|again and|from))`,
    ),
    example: 'rolling back cart to 2.30.4',
  },
  {
    name: 'acted',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words: past.words,
    pattern: new RegExp(String.raw`\b(?:${past.pattern})\b(?! (?:out of|since|by (?:an?|the) (?:bug|error)))`),
    example: 'restarted the gateway',
  },
  {
    name: 'acted-apart',
    signal: 'action',
    weight: 0.85,
    mood: 'plain',
    words:
      'turning turned switching switched rolling rolled shutting shut taking took taken pointing pointed putting put bringing brought making made returning returned sending sent',
    pattern:
      /\b(?:turn(?:ing|ed)|switch(?:ing|ed)|roll(?:ing|ed)|shut(?:ting)?|tak(?:ing|en)|took|put(?:ting)?|br(?:inging|ought)) (?:\S+ ){1,5}(?:off|on|down|back|out of (?:rotation|service|the (?:pool|load balancer))|offline|online|behind|into (?:maintenance|read-only))\b|\b(?:point|return|redirect|send)(?:ing|ed) (?:\S+ ){1,5}(?:back )?(?:to|at)\b|\bm(?:aking|ade) (?:\S+ ){1,4}(?:private|public|read-only|writable|optional|primary)\b/,
    example: 'turning the new flag off for everybody',
  },
  {
    name: 'present-act',
    signal: 'action',
    weight: 0.7,
    mood: 'plain',
    words: base.words,
    pattern: new RegExp(String.raw`^(?:(?:ok|okay|so|then|and|now),? )?(?:i|we) (?:now |just |also )?(?:${base.pattern})\b`),
    example: 'I revoke the token now',
  },
  {
    name: 'change-is-out',
    signal: 'action',
    weight: 0.8,
    mood: 'plain',
    words: 'rollback revert hotfix fix pr patch change deploy script replacement failover restore live out',
    pattern:
      /\b(?:rollback|revert|hotfix|fix|pr|patch|failover|restore|script|deploy|change) (?:is |has |was |been |now ){0,3}(?:running|started|done|complete[d]?|finished|live|out|up|in|applied|in progress|underway|on its way)\b|\b(?:sent|put|opened|pushed|wrote|made) (?:out |up )?(?:a |the )?(?:fix|pr|patch|revert|hotfix)\b|\bpending fix\b/,
    example: 'rollback is running',
  },
  {
    name: 'finished',
    signal: 'action',
    weight: 0.75,
    mood: 'plain',
    words: 'done finished complete completed',
    pattern: /\bdone (?:\w+ing|with)\b|\b(?:is|are|all) (?:done|finished|complete)\b(?! (?:thanks|now\?))|\b(?:finished|completed)\b|^done[,:] \w/,
    example: 'done migrating, we are on the bigger disks now',
  },
  {
    name: 'change-linked',
    signal: 'action',
    weight: 0.7,
    mood: 'any',
    words: '/',
    pattern: /\/pull\/\d+(?!#)|\/merge_requests\/\d+|\/commit\/[0-9a-f]{7}/,
    example: 'https://github.com/example/infra/pull/812',
  },
  {
    name: 'back-again',
    signal: 'confirmation',
    weight: 0.95,
    mood: 'plain',
    words: 'back again normal',
    pattern:
      /\bback (?:to normal|up|online|in business|to (?:healthy|green))\b|\b(?:is|are|looks?|all) back\b(?! (?:at|in \d|on|from))|\b(?:works?|working|loads?|loading|resolves?|running|up|healthy|writable|reachable|normal|merging|available|fine|good|green|responding|see \w+(?: \w+)?) again\b|\bonce again \w+ing\b|\b(?:gets?|getting|sees?|receiv\w+|succeed\w*|pass(?:es|ing)?|process\w*|opens?|connects?|answers?|flow\w*|arriv\w+|deliver\w*|prints?|serv(?:es|ing)|sync\w*|log in|pay|search|upload) (?:(?!errors?|failures?|alerts?|timeouts?|issues?|problems?|spikes?|complaints?|reports?|[45]\d\ds?|it|this|that|the)\S+ ){0,3}again\b/,
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
    words: 'errors error alerts alert failures timeouts latency lag backlog queue crashes crash no rate rates 0 500s 503s 502s',
    pattern:
      /\b(?:errors?|error rates?|alerts?|failures?|[45]\d\ds|timeouts?|latency|lag|backlog|queue|crash(?:es)?)\b.{0,20}\b(?=\w)(?:gone|cleared|clear|zero|dropping|stopped|drained|at 0|down to|normal|falling)\b|\bno (?:more|new|further) (?:\w+ )?(?=\w)(?:errors?|failures?|reports?|alerts?|complaints|timeouts?|use|crashes|5\d\ds)\b|\bcrash free at\b/,
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
    name: 'as-it-should',
    signal: 'confirmation',
    weight: 0.9,
    mood: 'plain',
    words: 'right correct correctly expected normal before yesterday without clean all both every matches match',
    pattern:
      /\blooks? (?:right|correct|as (?:expected|before|usual))\b|\bright again\b|\b(?:correct|clean|complete|in sync) (?:again|now|on all|everywhere)\b|\b(?:ended|finished|completed?|ran|runs|went|goes|passes|passed) (?:\w+ )?without (?:any )?(?:errors?|failures?|problems?|issues?|warnings?)\b|\b(?:where|what|as|like) (?:it|they) (?:was|were|used to be)\b.{0,12}\b(?:before|yesterday|this morning|last week)\b|\ball (?:\w+ ){1,2}(?:match|reconcile|pass|add up)\b/,
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
    words: "same still persists persist persisted again came worse recurring recurred reopening reopened keeps not isn't aren't hasn't continues happening",
    pattern:
      /\bstill (?:\w+ )?(?=\w)(?:come|coming|complain\w*|elevated|high|errors?|fails?|unable|cannot|can't|missing|affected|blocked|hanging|seeing|failing|broken|down|not|getting|happening|slow|there|an issue|having|crash\w*|unhealthy|see|red|the same|going on|stuck|timing|growing|40[13]|5\d\d|pretty|very|looks?)\b|\bpersist(?:s|ed)?\b|\b(?:failing|fails|broken|down|crashing|firing|stuck|slow|hanging|timing out|dropping|erroring|blocked|unavailable|full|gone|lost|dead|offline) again\b|\bsame (?:\w+ ){0,2}(?:again|as before)\b|\b(?:it|they|errors?|issue|problem) (?:came|is|are) back\b(?! to)|\bworse\b|\brecurr(?:ing|ed)\b|\breopen(?:ing|ed)\b|\bkeeps? (?:growing|failing|crashing|happening)\b|\b(?:not|isn't|aren't|hasn't) (?:yet |been |fully |really )?(?:fixed|resolved|recovered|recovering|healthy)\b/,
    example: 'I think the problem persists after the revert',
  },
]
