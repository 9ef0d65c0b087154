import type { SignalRule } from './signal-rule.ts'

const CLOSED_THING = String.raw`the (?:incident|channel|bridge|call|case|matter|conference|line|issue|ticket|chat|room|war ?room|thread)`

/** How people say who does what, how bad it is, that it is over and what is left to do. */
export const TEAM_RULES: readonly SignalRule[] = [
  {
    name: 'told-the-public',
    signal: 'progress',
    weight: 0.75,
    mood: 'plain',
    words: 'status page communication announcement notified notify informed emailed email posted mailing statuspage banner',
    pattern:
      /\bstatus ?page(?::| (?:is |has been |was )?(?:updated|published|posted|up))|\b(?:communication|announcement|email|mail|notice|banner|message) (?:to \w+ )?(?:has been |was |is )?(?:sent|published|posted|up|out)\b|\b(?:notified|informed|emailed) \w+|\bsend(?:ing)? (?:out )?an email\b|\bwill notify\b/,
    example: 'Status page has been published: investigating',
  },
  {
    name: 'how-far',
    signal: 'progress',
    weight: 0.55,
    mood: 'any',
    words: '0 eta estimate estimated expects expect',
    pattern:
      /\b\d{1,6} (?:of|out of|\/) \d{1,6}\b|\b\d{1,3} ?% (?:done|restored|complete|migrated|finished|through)\b|\beta\b.{0,20}\d|\b(?:expects?|estimated?) (?:\S+ ){0,6}\d/,
    example: '12 of 31 nodes recycled',
  },
  {
    name: 'calls-in',
    signal: 'escalation',
    weight: 0.75,
    mood: 'plain',
    words: 'paging paged looping loop escalating escalated escalate pulling bringing calling called poking reached reaching opened contacted contacting need',
    pattern:
      /\b(?:paging|paged) (?!for)\S+|\bloop(?:ing|ed)? (?:\S+ )?in\b|\bescalat(?:ing|ed|e)\b|\b(?:pulling|bringing) (?:\S+ ){1,2}in\b|\bcall(?:ing|ed) (?:the|our|@?\w+ support|them)\b|\bpoking\b|\breach(?:ed|ing) out\b|\bopened (?:a|an) (?:\w+ )?(?=\w)(?:case|ticket)\b|\bcontact(?:ed|ing) \w+|\bneed you\b/,
    example: 'paging @ben for the database',
  },
  {
    name: 'looks-into-it',
    signal: 'escalation',
    weight: 0.4,
    mood: 'plain',
    words: 'is',
    pattern: /^@?[a-z]{2,20}(?: [a-z]{2,20})? is (?:also )?looking (?:at|into)\b/,
    example: 'Lena is looking at these two nodes',
  },
  {
    name: 'takes-lead',
    signal: 'ownership',
    weight: 0.9,
    mood: 'plain',
    words:
      'lead leading ic imoc commander manager command driving drive incident point taking take handle coordinate coordinating coordinator own owning run running have got resume assuming taken assigned here dibs mim manage coordination duty takes assumes me charge conn shall steer',
    pattern:
      /\b(?:i'll|i will|i can|i'm|i am|im|i|i've|i have|me|let me)\b.{0,24}\b(?:(?:take|taking|got) (?:it|this|over) from here|(?:have|had) been assigned (?:to )?(?:this|the) (?:\w+ )?incident|(?:got|taking|take|have|taken) (?:the )?command|(?:ic|commander) hat|run(?:ning)? (?:the|this) (?:bridge|call|response)|resume (?:the )?(?:role|lead|command)|incident (?:lead|commander|manager|coordinator)|(?:take|taking|have|got|own|owning) (?:the )?(?:lead|point|command|this one|this incident)|the lead|as (?:ic|lead|incident)|(?:be|am|got|have|take|i'm|i am) (?:the )?(?:ic|imoc|lead)|lead(?:ing)? (?:this|the (?!review|post|retro|debrief|analysis)|on|here)|on point|driving this|driving|run(?:ning)? (?:this|the) incident)\b|\b(?:i'll|i will|i can|let me) (?:just |now |also )?(?:lead(?! the (?:review|post|retro|debrief|analysis))|coordinate|drive|run (?:this|the incident|point)|own this|manage this)\b|^(?:hi|hello|morning|ok)?,? ?(?:\w+ here,? )?(?:the |your )?(?:ic|incident (?:manager|commander|lead)) here\b|^\w+(?: \w+)? here,? (?:the |your )?(?:ic|(?:major )?incident (?:manager|commander|lead))\b|\bdibs on (?:ic|lead|command)\b|\bi(?:'m| am) (?:the |your )?(?:mim|major incident manager)\b|\bi(?:'m| am) running (?:this|the (?:incident|bridge|call))\b|^leading this\b|\bi(?:'ve| have)? got this\b|\bsev ?-?\d,? .{0,20}\bi(?:'ve| have)? got it\b|\bi (?:take|have) (?:over )?(?:the )?coordination\b|\bi(?:'m| am) (?:the )?(?:duty|on-?call|shift|crisis) (?:manager|lead|coordinator)\b|\bi(?:'m| am) (?:\w+ ){1,5}and will (?:coordinate|lead|run)\b|\b(?:i'm|i am) (?:now |also )?coordinating\b|^(?:ok,? )?(?:taking (?:this one|lead|point|this)|i'm (?:ic|lead)|i got ic)\b|^(?:i'm|im|i'll) ic\b|\bi(?:'m|'ll| am| will be) ic\b|^(?:taking|takes|assuming|assumes) (?:over )?(?:the )?(?:ic|command|lead|coordination)\b|\bme (?:ic|lead)\b|^i lead(?=$| this| the| here)|\bi(?:'m| am) (?:in|taking) charge(?=$|,| of (?:this|the incident)| now| here)|^driving this(?=$| one)|\b(?:ic|lead)(?: is)?:? me\b|\bi(?:'ve| have)(?: got)? (?:it|this) from here\b|\bi(?:'ve| have)(?: got)? the conn\b|\bi(?:'ll| will) (?:run|lead|coordinate|steer) (?:this|it)\b|\bi (?:take|am taking)(?: the)? (?:lead|command|ic)\b|\bi (?:shall|will) act as (?:the )?(?:incident|duty|crisis) (?:manager|lead|commander|coordinator)\b/,
    example: "I'll take lead on this",
  },
  {
    name: 'is-lead',
    signal: 'ownership',
    weight: 0.9,
    mood: 'plain',
    words: 'ic lead commander manager leading running coordinating',
    pattern:
      /^(?:(?:ok|so|fyi),? )?@?(?!i |he |she |who |it |that |this |there )[\p{L}.'-]{2,30}(?: [\p{L}.'-]{2,30})? (?:(?:is|=|will be|takes|has|is now) (?:the |our )?(?:ic|incident commander|incident lead|incident manager|lead)\b|(?:is |will be )?(?:leading|running|coordinating)(?: (?:this|the (?:incident|bridge|call|response))(?: today| tonight)?)?$)/u,
    example: '@ana is IC',
  },
  {
    name: 'handover',
    signal: 'ownership',
    weight: 0.6,
    mood: 'plain',
    words: 'handing handed hand',
    pattern: /\bhand(?:ing|ed)? (?:\S+ )?(?:over|off)\b/,
    example: 'handing over to Peter until noon',
  },
  {
    name: 'spoken-severity',
    signal: 'severity',
    weight: 0.8,
    mood: 'plain',
    words:
      'sev severity p prio priority declaring declare declared call calling treat treating assess assessing assessed class classed classify classified classifying rate rating rated critical major minor',
    pattern:
      /\bsev(?:erity)?[ :-]{0,2}\d\b|\bseverity (?:is |to |now |as ){1,2}\w+|\bp[0-4]\b|\bprio(?:rity)?[ :-]{0,2}(?:level )?[0-4]\b|\b(?:declar(?:e|ed|ing)|call(?:ing)?) (?:this )?(?:as )?an? (?:\w+ )?incident\b|\b(?:treat|assess|class|classif|rat|declar|call|handl|rais|upgrad|set|put|mak)(?:e|ed|es|y|ied|s|ing|ying|ting)? (?:this|it|the incident|that)(?: as| to| at| a| an){0,3} (?:critical|major|minor|high|low)\b|\bsev(?:erity)?[ :-]{0,2}(?:critical|major|minor)\b|\b(?:so|therefore|hence|then) (?:this|it)(?:'s| is) (?:an? )?(?:critical|major|minor)(?=$|,| then| incident| outage)|\bthis is (?:an? )?(?:critical|major|minor)(?: then)?(?=$|,| incident| outage)/,
    example: 'this is a sev1',
  },
  {
    name: 'closes',
    signal: 'closing',
    weight: 0.95,
    mood: 'plain',
    words:
      "bridge room put putting lay concludes conclude consider regard dismissed release that's all closing close closed over resolved resolving clear stand standing archive archiving ended ending end incident calling call declare declaring done wrap wrapping wrapped ticket",
    pattern: new RegExp(
      [
        String.raw`(?<!\b(?:they|vendor|support|he|she|who|jira|bot|have|has|it) (?:just )?)\bclos(?:e|ing|ed) (?:this|it|out|${CLOSED_THING})\b`,
        String.raw`^(?:(?:and|ok|okay|so|now|then|thanks(?: all)?),? ){0,2}closing(?=$|,| (?:now|here|out|up|off|for)\b)|, closing(?: now)?$|\bi(?:'ll| will| now)? close(?: here| now)?$`,
        String.raw`^(?:the )?(?:incident |bridge |call |case |ticket )?closed$`,
        String.raw`\b(?:incident|this(?: one)?|it|ticket|case|consider(?:ed|ing)? (?:it|this)) (?:can |may |will )?(?:is |are |be |was |has been |now |hereby |officially |finally ){0,3}(?:closed|over|done with)\b|\bthis [\w-]{2,12} is (?:now |hereby |officially )?(?:closed|over|done)\b`,
        String.raw`\bincident (?:is |was |has been |now |hereby |officially ){0,3}(?:over|closed|resolved|done|finished|ended)\b`,
        String.raw`^resolving(?: now)?$|, resolving(?: now)?$|\b(?:resolving|ending|end|ended) (?:this|it|the (?:incident|bridge|call))(?: here| now)?$`,
        String.raw`\bcall(?:ing)? (?:it|this(?: one)?)(?: a (?:day|night|wrap))?$|\b(?:call(?:ing)?|declar(?:e|ing)) (?:it|this(?: one)?|the incident) (?:done|resolved|closed|fixed|over)\b`,
        String.raw`\bwe(?:'re| are) (?:all )?done(?: here| with this)?(?=$|,)|^done here$|\bthat's a wrap\b|\bwrap(?:ping|ped)? (?:this|it|things) up\b|\bwrapping up(?: here)?$`,
        String.raw`\b(?:set|put|move)(?:ting|s)? (?:the )?(?:ticket|incident|status|it) to (?:resolved|closed|done)\b|\bmark(?:ing|ed)? (?:\S+ )?(?:as )?resolved\b`,
        String.raw`\ball[- ]clear\b|\bstand(?:ing)? (?:(?:everyone|everybody|you all|us|all) )?down\b|\b(?:put|lay)(?:ting)? (?:this|it)(?: one)? to (?:rest|bed)\b|^(?:bridge|call|incident) (?:ends|closes|is closed)$|\b(?:we|you) (?:can|may) (?:now )?(?:all )?close(?=$|,| this| it| the incident)|\bgood to close\b|\bconcludes? (?:the|this) (?:incident|call|bridge)\b|\bincident (?:is |was )?(?:herewith |hereby )?ended\b|\b(?:consider|regard) (?:this|it|the (?:matter|incident|case)) (?:as )?(?:closed|settled|done|finished|resolved|over)\b|^dismissed\b|\brelease (?:you all|everyone|everybody|the (?:bridge|room|call))\b|\b(?:war ?room|bridge|call|room) (?:is )?(?:dissolved|ended|released)\b|\bthis is (?:done|over|finished)(?=$|,)|\bthat(?:'s| will be| shall be) all(?=$|, thank| from me)|\barchiv(?:e|ing) (?:this|the) channel\b`,
      ].join('|'),
    ),
    example: 'all clear, closing this',
  },
  {
    name: 'action-item',
    signal: 'follow-up',
    weight: 1,
    mood: 'any',
    words: 'action actions ai ais',
    pattern:
      /\b(?:action|task) (?:items?|points?)\b|^(?:(?:two|three|four|some|a few|\d) )?actions?(?: please)?$|^actions? (?:for |from |on )?(?:the )?@?[\w'-]+(?: team)?(?:$|, \S)|^ais?(?: (?:for|from) [\w ]{1,20})?$/,
    example: 'action item: alert on disk errors',
  },
  {
    name: 'follow-up',
    signal: 'follow-up',
    weight: 0.9,
    mood: 'plain',
    words: 'follow followup followups following',
    pattern: /\bfollow(?:ing)?[- ]?ups?\b(?! (?:question|with you|here|in thread))/,
    example: 'follow-up: point the alerts at a channel that exists',
  },
  {
    name: 'todo',
    signal: 'follow-up',
    weight: 0.95,
    mood: 'any',
    words: "todo to not let's don't lest homework",
    pattern: /\btodos?\b|\bto-do\b|^to do\b|\b(?:to not|not to|let's not|don't let us|lest we|so we don't) forget\b|^homework\b/,
    example: 'TODO replace the disk',
  },
  {
    name: 'check-box',
    signal: 'follow-up',
    weight: 0.95,
    mood: 'any',
    words: '[',
    pattern: /^(?:[-*+] )?\[[ x]?\] ?\S/,
    example: '[ ] integration test for the merge',
  },
  {
    name: 'should-later',
    signal: 'follow-up',
    weight: 0.85,
    mood: 'any',
    words: "should need needs must ought will i'll we'll ll could",
    pattern:
      /\b(?:should|needs? to|must|ought to|will|i'll|we'll)\b(?!n't| not be| be (?:back|on|online|around|off|out|there|in|away|home|here)\b).{0,140}\b(?=\w)(?:next (?:week|sprint|month|quarter|time)|tomorrow|on (?:mon|tues|wednes|thurs|fri)day|after (?:this|the incident)|eventually|at some point|in the future|long[- ]term|(?:by|before|until|till) (?:(?:the )?\d{1,2}(?:st|nd|rd|th)?\b(?![:.]\d| ?(?:am|pm|h|min|hours?|minutes?|utc|o'clock|%|percent)\b)|(?:mon|tues|wednes|thurs|fri)day|next|the end of|eow|january|february|march|april|may|june|july|august|september|october|november|december|the weekend)|this week|this arvo)\b/,
    example: 'we should add an external check next week',
  },
  {
    name: 'later-should',
    signal: 'follow-up',
    weight: 0.8,
    mood: 'any',
    words: 'next tomorrow later monday',
    pattern:
      /^(?:and |so |then )?(?:next (?:week|sprint|month|quarter|time)|tomorrow|later|on monday|for monday),? .{0,30}\b(?=\w)(?:should|needs? to|must|ought to|will|i'll|we'll)\b/,
    example: 'next week we should put the scanner in all repos',
  },
  {
    name: 'day-named',
    signal: 'follow-up',
    weight: 0.85,
    mood: 'any',
    words: 'tomorrow tmrw tmr monday tuesday wednesday thursday friday saturday sunday week sprint month quarter self future',
    pattern:
      /^(?:and )?(?:for |on |by |until )?(?:tomorrow|tmrw?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|sprint|month|quarter)|(?:this|later this|the coming) week)(?: morning| afternoon)?(?: me)?$|^(?:note to self|future me)$/,
    example: 'for Monday: renew the other certificates',
  },
  {
    name: 'next-steps',
    signal: 'follow-up',
    weight: 0.95,
    mood: 'any',
    words: 'step steps point points task tasks',
    pattern: /^(?:(?:the|our) )?(?:next|further|open|remaining|outstanding) (?:steps?|points?|tasks?)(?: are| is)?\b/,
    example: 'next steps: alert on the lag, cap the retries',
  },
  {
    name: 'somebody-has-to',
    signal: 'follow-up',
    weight: 0.8,
    mood: 'any',
    words: 'someone somebody',
    pattern: /\b(?:someone|somebody|one of us) (?:\w+ )?(?:has to|needs to|should|must|ought to)\b/,
    example: 'somebody should write down how that works',
  },
  {
    name: 'wish',
    signal: 'follow-up',
    weight: 0.6,
    mood: 'any',
    words: 'want wants like deserves need needs',
    pattern: /\b(?:i|we)(?:'d| would)? (?:also |really )?(?:want|like|need) (?:a|an|more|better|to (?:add|have|get|see|move|write))\b/,
    example: 'I want a limit on that queue',
  },
  {
    name: 'make-sure',
    signal: 'follow-up',
    weight: 0.75,
    mood: 'any',
    words: 'make sure ensure',
    pattern: /\b(?:need|have|want|has) (?:to )?(?:make sure|ensure)\b|\bmake sure (?:this|it|that) (?:never|doesn't|does not|won't)\b/,
    example: 'we need to make sure the lawyers know',
  },
  {
    name: 'should-improve',
    signal: 'follow-up',
    weight: 0.7,
    mood: 'plain',
    words: 'should ought need',
    pattern:
      /\bwe (?:really |probably |also )?(?:should|ought to|need to|need)(?: really| probably| also| consider)? (?:add(?:ing)?|have (?:a|an|more|better)|write|document|review|improv(?:e|ing)|monitor|alert|automate|test|key|set up|work on|invest|stop (?:doing|using)|put)\b/,
    example: 'we should add an alert for that',
  },
  {
    name: 'ticket-to-come',
    signal: 'follow-up',
    weight: 0.7,
    mood: 'any',
    words: "i'll will can please create file open write raise filed created raised logged tracked tracking",
    pattern:
      /\b(?:i'll|i will|can you|please|someone should|will) (?:\w+ )?(?=\w)(?:create|file|open|write|raise|add|make)(?: \w+)? (?:ticket|issue|story|card|jira)\b|\b(?:filed|created|raised|logged|tracked|tracking)\b.{0,60}(?:\b[a-z][a-z0-9]{1,9}-\d{1,6}\b|\/issues\/\d+|\/browse\/)/,
    example: "I'll open a ticket for the lag alert",
  },
  {
    name: 'promise',
    signal: 'follow-up',
    weight: 0.6,
    mood: 'plain',
    words: "i'll will",
    pattern:
      /\b(?:i'll|i will) (?:add|write|inform|make|update|document|review|set up|look into|prepare|schedule) (?:\S+ ){0,12}(?:check|test|alert|schema|doc\w*|process|runbook|customers|partners|post-?mortem|dashboard|monitor\w*|review|config)\b/,
    example: "I'll add a schema check to the config repo",
  },
]
