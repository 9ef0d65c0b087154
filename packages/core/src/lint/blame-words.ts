/** Verbs of care: who "did not check" is blamed; who "did not see errors" is not. */
const CARE =
  'bother|check|read|follow|test|verify|validate|notice|review|double-check|think|realise|realize|communicate|tell|ask|update|document|escalate|pay|look|run|consult|inform|warn|mention|understand|remember|care|back|set|restart|revert|renew|ensure|make|take|coordinate|report|write|add|remove|apply|configure|use|know|consider|announce|confirm|do|include|close|turn|switch|enable|disable|rotate|deploy|merge|listen|wait|catch|spot|monitor|inspect|prepare|plan|investigate|examine|comply|adhere|respect|complete|finish|perform|execute|put|give|handle|lock|raise|share|sync|learn|anticipate|foresee|react|act|keep|watch|maintain|clean|commit|push|pull|study|clarify|get|seek|obtain|request'

const AWFUL =
  'careless|negligent|sloppy|lazy|reckless|incompetent|irresponsible|inattentive|clueless|unprofessional|complacent|foolish|stupid|distracted|thoughtless|inexperienced|unqualified|asleep'
const SLIP =
  'accidentally|mistakenly|inadvertently|carelessly|wrongly|incorrectly|erroneously|negligently|recklessly|foolishly|unintentionally|wrongfully|improperly|blindly|stupidly|hastily'
const HARM = 'outage|incident|problem|failure|issue|downtime|mess|crash|disruption|breakage|bug|error|data loss|accident|disaster|leak|breach'

/** What only a person can be blamed for: any person before it, also one that might be a program, is blamed. */
export const HUMAN_FAULTS: RegExp = new RegExp(
  String.raw`\b(?:forgot(?:ten)?|neglected|ignored|disregarded|overlooked|misread|misunderstood|misjudged|mistyped|miskeyed|typoed|fat-fingered|botched|bungled|panicked|slacked|messed|screwed|fucked|goofed|mishandled|mismanaged|miscommunicated|misconfigured|misinterpreted|miscalculated|dropped the ball|cut corners|made (?:a|an|the|this|that|another|some|several|many|his|her|their|big|huge)?\s?(?:\w+ ){0,2}(?:mistakes?|errors?|typos?|blunders?)|did (?:a|the|big|one) (?:\w+ )?mistakes?|jumped to conclusions|took a shortcut|skipped (?:the|a|all|our|his|her|this|that|code|step|testing|review)|bypassed|rushed|should(?:n['’]t| not)? have (?!been)(?:\w+ed|known|done|caught|seen|thought|read|taken|kept|made|told|written|understood|set|run|paid|sent|been more)|ought (?:not )?to have|could have (?:prevented|avoided|checked|known|caught|noticed)|(?:did not|didn['’]t|never|does not|doesn['’]t) (?:even |really |properly |actually |fully |carefully )?bother(?:ed)?|(?:was|were|is|are|been|being) (?:too |so |very |simply |just |clearly |really )?(?:${AWFUL})|(?:was|were|is|are) (?:not|n['’]t) (?:paying attention|careful|competent|attentive|trained|qualified)|(?:wasn|weren)['’]t (?:paying attention|careful|competent|attentive)|failed (?:in|at) (?:his|her|their)|lacked (?:the )?(?:knowledge|experience|skills?|discipline|competence))\b`,
  'gi',
)

/** What a program can do too: it is blame only after one who surely is a person. */
export const SHARED_FAULTS: RegExp = new RegExp(
  String.raw`\b(?:failed to|(?:did not|didn['’]t|never) (?:even |properly |actually |fully |carefully |correctly )?(?:${CARE})(?:e?d)?\b|never (?:checked|told|asked|read|ran|thought|wrote|took|made|informed|tested|verified|updated)|broke|caused|(?:took|taken|brought|bring|brings) (?:\w+ ){0,3}down|crashed|killed|wiped|destroyed|nuked|corrupted|(?:${SLIP}) \w+|\w+ed (?:\w+ ){0,4}(?:by (?:mistake|accident)|without (?:testing|checking|asking|review|approval|reading|telling|permission|verifying|thinking|notice|following|any))|(?:ran|wrote|sent|put|made) (?:\w+ ){0,5}(?:by (?:mistake|accident)|without (?:testing|checking|asking|review|approval|reading|telling|permission|verifying|thinking))|(?:deleted|dropped|removed|restarted|ran|chose|picked|used|entered|typed|applied|set|pushed|deployed|shut) (?:\w+ ){0,4}(?:wrong|incorrect|bad|broken|untested|faulty|buggy)|(?:pushed|deployed|merged|shipped|released|introduced|committed|wrote) (?:a |an |the |some )?(?:bad|broken|untested|faulty|buggy|bug|regression|incorrect|wrong|defect|terrible|sloppy|error)|(?:is|was|were|are|be) (?:solely |fully |clearly |entirely |the one |the ones |directly |to be )?(?:to blame|at fault|responsible for (?:the |this |that |our )?(?:\w+ )?(?:${HARM})|blamed|guilty|the (?:root )?cause|the reason|the culprit)|let (?:\w+ )?(?:expire|lapse)|leaked|violated|disobeyed|deviated)\b`,
  'gi',
)

/** Blame that needs no verb. Group 1, where there is one, must be a person. */
export const PHRASES: readonly RegExp[] = [
  /\b(?:human|operator|operators['’]|user|pilot|engineer|engineering|administrator|admin|developer|personal|manual|clerical|employee|staff|technician|programmer|dba|individual) (?:errors?|mistakes?|negligence|failings?|blunders?|carelessness|incompetence)\b/gi,
  /\b(?:errors?|mistakes?|blunders?|fault|oversight|negligence|carelessness|incompetence|inattention|failure|inexperience|ignorance|sloppiness|laziness|recklessness|stupidity|misjudgement|misjudgment|typo|slip|wrongdoing) (?:by|of|from|made by|on the part of|committed by) ((?:the |a |an |our |one of |two of |some )*(?:[\w@-]+ ){0,3}[\w@-]+)/gi,
  /\b((?:[\w@-]+ )?[\w@-]+?)['’]s? (?:own |big |careless |stupid |silly |repeated |total |complete |gross )?(?:errors?|mistakes?|blunders?|fault|oversight|negligence|carelessness|incompetence|inattention|failure to|inexperience|ignorance|sloppiness|laziness|recklessness|misjudge?ment|typo|slip|bad (?:commit|push|change|decision|judge?ment)|poor (?:judge?ment|decision)|lack of (?:care|attention|knowledge|experience|diligence|skill|discipline|communication|judge?ment))/gi,
  /\b(?:caused|broken|triggered|introduced|botched|mishandled|misconfigured|ignored|forgotten|neglected|overlooked|brought on|(?:accidentally|mistakenly|inadvertently|wrongly|incorrectly|carelessly|erroneously|unintentionally) \w+) (?:\w+ ){0,3}?(?:by|because of) ((?:the |a |an |our |one of |some )*(?:[\w@-]+ ){0,3}[\w@-]+)/gi,
  /\b(?:blame|responsibility|fault|culpability) (?:\w+ ){0,4}?(?:lies|rests|falls|sits|is) (?:\w+ )?(?:with|on|upon) ((?:the |a |an |our )*(?:[\w@-]+ ){0,2}[\w@-]+)/gi,
  /\b(?:carelessness|negligence|incompetence|inattentiveness|sloppiness|laziness)\b/gi,
  /\b(?:my|his|her|your) (?:\w+ )?(?:mistake|fault|error|negligence|carelessness|bad|failure|oversight|incompetence|blunder)\b/gi,
  /\b(?:we|i) (?:\w+ )?(?:blame|blamed|fault) (@?[\w-]+)/gi,
  /\b(?:because|thanks to|due to|since) ((?:the |a |an |our |one of )*(?:[\w@-]+ ){0,2}?[\w@-]+) (?:not|never) (?:checking|reading|following|testing|paying|verifying|knowing|updating|asking|telling|noticing|communicating|doing|reviewing|understanding|being careful)/gi,
]

/** A sentence of which this holds talks about blame, or about what may happen, or of somebody who is not to blame. */
export const NOT_BLAME: RegExp =
  /\bblame-?(?:less|free|aware)|\b(?:no ?body|no one|no-one|no (?:single |one )?(?:person|individual|engineer|human|name|blame)\w*)\b|\bwithout (?:blam|assigning|pointing)|\b(?:instead of|rather than|avoid|not|never|n['’]t|no) (?:to )?(?:\w+ ){0,2}(?:blam\w*|(?:at )?fault|human error|mistakes?)\b|\banyone (?:could|would|can)\b|\b(?:never|not|didn['’]t) (?:forget|forgot|neglect|ignore|overlook)|\b(?:avoid|prevent|reduc\w*|minimi[sz]e|protect(?:s|ed)? (?:us )?(?:against|from)|guard(?:s)? against|less prone to|prone to|resilient to|robust against|risk of|possib\w+ of|chance of|room for|catch(?:es)?|tolerate) (?:\w+ ){0,4}(?:errors?|mistakes?|typos?)/i

/** Before a fault, in the same clause: it did not happen, or not yet. */
export const IRREALIS: RegExp = /(?:^|[,;:(]\s*)(?:if|when|whenever|in case|unless|so that|what if|whether|imagine|suppose|how|why|who|what)\b/i
