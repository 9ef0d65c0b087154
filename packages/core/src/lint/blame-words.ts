import { alternativesOf, wordIndex, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Verbs of care: who "did not check" is blamed; who "did not see errors" is not. */
const CARE =
  'bother|check|read|follow|test|verify|validate|notice|review|double-check|think|communicate|tell|update|document|escalate|pay|look|consult|inform|warn|mention|understand|remember|care|back|revert|renew|ensure|coordinate|report|consider|announce|confirm|close|monitor|inspect|prepare|plan|investigate|comply|adhere|respect|finish|clean|study|clarify|request|listen|spot|catch|anticipate|foresee|react|respond'
const CARED = `(?:${CARE.replaceAll(/(?<=^|\|)([a-z-]+?)e?(?=\||$)/g, '$1')})(?:e|ed|ted|ned)?|known|asked|thought|caught|read|told|paid|taken|kept|stopped|waited|understood|foreseen|been (?:more )?(?:careful|aware|attentive|paying)`
const AWFUL =
  'remiss|ill-prepared|careless|negligent|sloppy|lazy|reckless|incompetent|irresponsible|inattentive|clueless|unprofessional|complacent|foolish|stupid|distracted|thoughtless|asleep|sleeping|impatient|oblivious|overconfident|unqualified'
const SLIP =
  'accidentally|mistakenly|inadvertently|carelessly|wrongly|incorrectly|erroneously|negligently|recklessly|foolishly|unintentionally|wrongfully|improperly|blindly|stupidly|hastily|sloppily'
const HARM = 'outage|incident|problem|failure|issue|downtime|mess|crash|disruption|breakage|bug|error|data loss|loss|accident|disaster|leak|breach'
const ALIVE = 'prod(?:uction)?|live|site|website|cluster|database|service|everything|checkout|build|main|master|login|queue|network|platform|system|api|app'
const HASTE =
  'testing|checking|double-checking|consulting|informing|waiting|handing over|coordinating|authori[sz]ation|a second|reviewing|backing|a backup|asking|review|approval|reading|telling|permission|verifying|thinking|notice|notifying|warning|understanding|looking|care'

const verbs = (text: string): WordIndex => wordIndex(() => alternativesOf(text))

/** Faults and how surely their subject must be a person. What only people do is blame also of a word that might be a program; what programs do as well is not. */
export const FAULTS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    verbs(
      String.raw`forgot(?:ten)? (?:to|about)|mistyped|miskeyed|typoed|fat-fingered|panicked|slacked|dropped the ball|cut corners|goofed|(?:screwed|fucked|messed) (?:it |this |that |things )?up|made (?:a|an|the|this|that|another|some|several|many|his|her|their)?\s?(?:\w+ ){0,2}(?:mistakes?|errors?|typos?|blunders?|bad call|poor (?:call|decision)|bad decision)|(?:did not|didn['’]t|never|does not|doesn['’]t|do not|don['’]t) (?:even |really |properly |actually )?bother(?:ed)?|(?:was|were|is|are|been|being|become|became|grew|grown|seemed|looked|appeared|remained|proved|acted) (?:(?:\w+ly|too|so|very|just|once|again|much|more|far|rather|quite|a|bit|little|tired|and|or|careless) ){0,4}(?:${AWFUL})|(?:was|were|is|are) not (?:paying attention|(?:being )?careful)|(?:was|were)n['’]t (?:paying attention|(?:being )?careful)|should(?:n['’]t| not)? have known|ought to have known|knew better|rubber-stamped|jumped to conclusions|(?:could not|couldn['’]t|can['’]t|cannot) be bothered|blew it|overslept|slept through|turned a blind eye|dragged (?:his|her|their) feet|(?:was|were|is|are) out of (?:his|her|their) depth|had no (?:clue|idea) what|lied (?:to|about)`,
    ),
    1,
  ],
  [
    verbs(
      String.raw`forgot(?:ten)?(?! nothing)|forgets? to|neglected|disregarded|overlooked|misread|misunderstood|misjudged|botched|bungled|mishandled|mismanaged|miscommunicated|misinterpreted|did (?:a|the|big|one) (?:\w+ )?mistakes?|makes? (?:a )?mistakes?|took a shortcut|rushed|mistook(?! nothing)|made mistakes?|omitted to|deliberately (?:ignored|skipped|bypassed)|knowingly (?:ignored|skipped|bypassed)|(?:chose|decided|opted) (?:not to (?:${CARE})|to (?:ignore|skip|bypass))|(?:turned|switched) off (?:his|her|their) (?:phone|pager)|(?:silenced|muted) (?:his|her|their) (?:phone|pager)|should(?:(?:n['’]t| not)? have|['’]ve) (?:${CARED})|ought (?:not )?to have (?:${CARED})|could (?:easily )?have (?:prevented|avoided|checked|known|caught|noticed|asked)|(?:was|were|is|are) not (?:competent|attentive|enough careful|careful enough)|failed (?:in|at) (?:his|her|their)|lack(?:s|ed) (?:the )?(?:knowledge|experience|skills?|discipline|competence)|(?:do|does|did) not care|(?:do|does|did)n['’]t care|typed (?:in )?(?:\w+ ){0,2}(?:wrong|incorrect)|(?:clicked|pressed) (?:\w+ ){0,2}wrong|(?:did not|didn['’]t|never) (?:do|did|make) (?:his|her|their) (?:job|work|homework)|should be more careful|(?:has been|have been|was|were|will be) (?:reprimanded|disciplined|fired|spoken to|retrained|given a warning)|needs? to be more careful|ha(?:s|ve) to be more careful`,
    ),
    2,
  ],
  [
    verbs(
      String.raw`failed to|did nothing(?! (?:wrong|else|but|other))|missed (?:the|a|an|several|two|three|every|all|his|her|our) (?:\w+ )?(?:page|pages|alerts?|alarms?|warnings?|calls?|deadline|steps?|e-?mails?|notifications?|typo|bug|signs?|error)|(?:was|were|is|are) (?:far |much |too |very |so )*(?:slow|late) (?:to|in)|(?:do|does) not (?:understand|grasp)|never (?:${CARE})e?s|(?:was|were) supposed to (?:\w+ ){1,8}(?:but|and) (?:did not|didn['’]t|never|forgot)|put (?:the |our |all )?(?:whole )?(?:company|everything|us|customers|data|users) at risk|(?:did not|didn['’]t|never) (?:answer|reply|pick up|hand over)|gambled|tried to be a hero|ignored|bypassed|misconfigured|miscalculated|messed|skipped (?:the|a|all|our|his|her|this|that|code|step|testing|review)|(?:did not|didn['’]t|never) (?:(?:even|properly|actually|fully|carefully|correctly) )?(?:${CARE})(?:e?d)?|(?:has|have|had) not (?:\w+ly )?(?:checked|tested|read|followed|reviewed|verified|updated|looked|asked|informed|told|documented|announced|confirmed|answered)|omitted|never (?:checked|told|asked|read|ran|thought|took|informed|tested|verified|updated|wrote)|told (?:nobody|no one)|did not enough (?:check|test|confirm)|did not (?:check|confirm|test) enough`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`caused(?! by)|(?:broke|crashed|killed|wiped|destroyed|nuked|corrupted) (?:the |our |all |all of )?(?:\w+ )?(?:${ALIVE})|broke them|(?:took|taken|brought|bring|brings) (?:down (?:the |our )?(?:\w+ )?(?:${ALIVE})|(?:the |our )?(?:${ALIVE}) down)|managed to (?:break|delete|crash|take down|destroy|wipe|lose)|(?:${SLIP}) \w+|\w+(?:ed|ran|wrote|sent|made|shut|put) (?:\w+ ){0,5}(?:by (?:mistake|accident)|without (?:even |first |any |proper |prior )?(?:${HASTE}))|(?:ran|wrote|sent|made|shut|put|went|left|gave|took|signed off|did) (?:\w+ ){0,5}(?:by (?:mistake|accident)|without (?:even |first |any |proper |prior )?(?:${HASTE}))|(?:deleted|dropped|wiped|unplugged|restarted?|ran|gave|started|chose|picked|used|entered|applied|set|pushed|deployed|shut(?: down)?) (?:\w+ ){0,3}(?:the )?(?:wrong|incorrect)|ran (?:\w+ ){0,4}on the wrong|(?!fixed|found|noticed|corrected|reported|identified|reverted|discovered|replaced|removed|spotted|received|cleaned|rolled|flagged|detected|explained|confirmed|suspected|showed|realised|realized)\w+ed (?:(?!and |but |which |that )\w+ ){0,4}(?:the|a) wrong|hit (?:\w+ ){0,3}wrong|(?:confused|mixed up) (?!by|about)(?:\w+ ){1,3}(?:with|and)|\w+ed (?:\w+ ){0,6}by (?:not \w+ing|failing to|forgetting to|neglecting to|ignoring|skipping)|signed off on something|against (?:the )?(?:policy|procedure|advice)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:pushed|deployed|merged|shipped|released|introduced|committed|wrote) (?:a |an |the |some )?(?:\w+ )?(?:bad|broken|untested|faulty|buggy|bug|regression|incorrect|wrong|defect|terrible|sloppy|error)(?! (?:fix|report|page|message|log|handl))|(?:is|was|were|are|be) (?:\w+ly |therefore |thus |also |always |again |often |the one |the ones |to be )?(?:to blame|at fault|responsible for (?:the |this |that |our )?(?:\w+ )?(?:${HARM})(?! (?:report|review|channel|response|page|process|management|communication|ticket|call|budget|log))|blamed|guilty|the (?:root )?cause|the culprit)|let (?:\w+ ){0,3}(?:expire|lapse)|leaked|violated|disobeyed|deviated|refused to|(?:took|waited) (?:far |much |way )?too long|waste[sd] \w+ (?:minutes|hours)|was (?:far |much )?too slow|(?:had|has) been told (?:\w+ )?not to|simply did(?: not|n['’]t) look|admitted (?:that )?(?:it was )?(?:his|her|their) (?:fault|mistake)`,
    ),
    3,
  ],
]

const WHO = String.raw`((?:the |a |an |our |one of |some )*(?:[\w@-]+ ){0,3}[\w@-]+)`
const FLAWS =
  'carelessness|negligence|incompetence|inattention|inattentiveness|sloppiness|laziness|recklessness|stupidity|ignorance|impatience|inexperience|(?:poor|bad) (?:judge?ment|decisions?|call)|lack of (?:care|attention|diligence|discipline|judge?ment)'

/** Blame without a subject and a verb. Group 1, where there is one, must be a person, as surely as the number says. */
export const PHRASES: readonly (readonly [pattern: RegExp, least: Sureness])[] = [
  [
    new RegExp(
      String.raw`\b(?:errors?|mistakes?|blunders?|faults?|oversight|typo|slip|${FLAWS}) (?:made by|by|of|from|on the part of|committed by) ${WHO}`,
      'gi',
    ),
    2,
  ],
  [
    new RegExp(
      String.raw`\b(?:was|were|been|being|is|are)(?: \w+ly)? (?:broken|botched|mishandled|misconfigured|ignored|forgotten|neglected|overlooked|missed|bungled|not followed|not tested|not checked|not reviewed|not been tested|(?:${SLIP}) \w+(?: down| up| off)?|done (?:${SLIP})) (?:by|because of) ${WHO}`,
      'gi',
    ),
    3,
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:caused|triggered|brought on|botched|(?:bug|error|defect|mistake|regression|fault|typo|flaw)s? (?:\w+ )?introduced) by|not (?:been )?tested by (?:its|the|his)) ${WHO}`,
      'gi',
    ),
    3,
  ],
  [
    new RegExp(
      String.raw`\b(?:care|precautions?) (?:was|were) not taken by ${WHO}|\bdecisions? (?:was|were) (?:\w+ )?(?:poorly|badly) made by ${WHO}|\b(?:poor|bad) (?:decisions?|calls?|choices?) (?:was|were) made by ${WHO}`,
      'gi',
    ),
    2,
  ],
  [
    new RegExp(
      String.raw`\b(?:blame|fault|culpability|guilt) (?:\w+ ){0,4}?(?:lies|lay|rests|falls|sits|is|was) (?:\w+ )?(?:with|on|upon|of|from) ${WHO}`,
      'gi',
    ),
    2,
  ],
  [new RegExp(String.raw`\b(?:it (?:is|was)|this (?:is|was)) the fault (?:of|from) ${WHO}|\bguilty of (?:\w+ ){0,3}(?:is|was) ${WHO}`, 'gi'), 2],
  [new RegExp(String.raw`\b(?:this|that|it|the (?:outage|incident|mess)) (?:one )?is (?:all )?on ((?!call|track|hold|time|us)[\w@-]+)\s*$`, 'gi'), 3],
  [
    /\b(?:careless|sloppy|shoddy|hasty|reckless|amateurish|lazy|negligent) (?:\w+ )?(?:works?|commits?|changes?|merges?|handling|testing|coding|reviews?|mistakes?|errors?|attitude|behaviou?r|deploys?|deployments?|edits?|decisions?)\b/gi,
    0,
  ],
  [/\b(?:rookie|amateur|beginner['’]?s?|silly|stupid|dumb|careless|foolish) (?:mistakes?|errors?|blunders?)\b|\bpebkac\b|\bfinger trouble\b/gi, 0],
  [new RegExp(String.raw`\b(?:squarely|solely|entirely|clearly) the (?:responsibility|fault) of ${WHO}|\b(?:lied to|let down) by ${WHO}`, 'gi'), 3],
  [
    new RegExp(
      String.raw`\b(?:root )?cause (?:of (?:\w+ ){1,4})?(?:was|is) ((?:the |a |an |our )?(?:(?!\w+ing )[\w-]+ ){0,2}(?!\w+ing\b)[\w-]+)(?= who|,|$)`,
      'gi',
    ),
    3,
  ],
  [new RegExp(String.raw`\b(?:because of|due to|owing to) ((?:the |a |an |our )?(?:(?!\w+ing )[\w-]+ ){0,2}(?!\w+ing\b)[\w-]+)(?= who|,|$)`, 'gi'), 3],
  [new RegExp(String.raw`\bby (?:not \w+ing|failing to|forgetting to|neglecting to|ignoring|skipping) [^,]{3,80}, ${WHO}`, 'gi'), 3],
  [new RegExp(String.raw`\btook ${WHO} (?:\w+ ){1,4}to even\b`, 'gi'), 3],
  [/\b(?:carelessness|negligence|incompetence|inattentiveness|sloppiness|laziness)\b/gi, 0],
  [/\b(?:his|her) (?:\w+ )?(?:mistake|fault|error|negligence|carelessness|failure|oversight|incompetence|blunder|screw-up)\b/gi, 0],
  [/\b(?:we|i|they) (?:\w+ )?(?:blame|blamed|fault|faulted) ((?:the |a |an |our )?(?:[\w@-]+ ){0,3}[\w@-]+)/gi, 2],
  [
    /\b(?:because|thanks to|due to|since) ((?:the |a |an |our |one of )*(?:[\w@-]+ ){0,2}?[\w@-]+) (?:not|never) (?:checking|reading|following|testing|paying|verifying|asking|telling|communicating|doing|reviewing|being careful)/gi,
    3,
  ],
  [/\b(?:nobody|no one|no-one)(?: \w+){0,4}? (?:(?:ever )?bothered|thought to|took the time|cared|read the|wanted to listen)\b/gi, 0],
  [
    new RegExp(
      String.raw`\bif (?:only )?((?:the |a |an |our )*(?:[\w@-]+ ){0,2}?[\w@-]+) had (?:only |just |simply |been )*(?:${CARED}|followed|looked|listened|answered|waited|paying)(?![\w-])`,
      'gi',
    ),
    2,
  ],
  [
    /\b(?:competent|reasonable|careful|experienced|responsible|good) (?:engineer|operator|developer|admin|administrator|person|dba|technician|reviewer) would\b|\bmore (?:competent|careful|experienced|responsible) (?:engineer|operator|developer|admin|administrator|person|dba|technician|reviewer)\b/gi,
    0,
  ],
  [
    /\b(?:disciplinary (?:action|measures)(?!,? up to)|asleep at the wheel|should be ashamed|inexcusable)\b|\bcan(?:['’]t|not) believe that\b|\bmust not be this slow\b/gi,
    0,
  ],
]

/** Praise that is none. */
export const SARCASM: readonly (readonly [pattern: RegExp, least: Sureness])[] = [
  [new RegExp(String.raw`\b(?:can|may|must) (?:all )?thank ${WHO} for\b`, 'gi'), 3],
  [
    /\b(?:great|nice|good|brilliant|excellent|fantastic|genius|stellar) (?:job|work|move|idea|thinking)\b(?=.{0,120}\b(?:untested|brok|outage|down|lost|delet|wip|crash|rebooting|without))/gi,
    0,
  ],
  [/\bcongratulations to (?:whoever|who|the \w+)|\bsurprise, surprise\b|\btoo much to ask\b/gi, 0],
  [/\b(?:it['’]?s|it is|this is|that['’]?s) (?:just |really |clearly )?an? ([\w-]+) (?:problem|special|masterpiece|production)(?=\W*$)/gi, 3],
  [/\b(?:rc|root cause|cause|culprit|reason|problem|guilty|responsible|fault|blame)(?: here| of \w+)?\s?[:=] (@?[\w.-]+(?: [\w-]+)?)(?=\W*$)/gi, 3],
  [new RegExp(String.raw`\bwhat (?:was|were) ${WHO} thinking\b`, 'gi'), 3],
  [new RegExp(String.raw`\b(?:apparently|evidently|obviously) ${WHO} (?:believes?|thinks?|thought) `, 'gi'), 3],
  [/\bof course,? (?:nobody|no one)\b|\bin (?:their|his|her) right mind\b|\b(?:nobody|no one|he|she|they) .{0,40}\bis beyond me\b/gi, 0],
  [/\bwhy did(?:n['’]t)? (\p{Lu}\p{Ll}+)(?: not)? (?:escalate|check|read|test|ask|look|tell|follow)/giu, 3],
  [
    /\bwhy (?:did(?:n['’]t)?|has(?:n['’]t)?) ((?:the |our )?(?:[\w-]+ )?[\w-]+)(?: not)? (?:escalate|check|read|test|ask|look|tell|follow|catch|notice|stop|verify|call|review|think|bother|wait)\b/gi,
    3,
  ],
  [
    /\bwhy did(?:n['’]t)? (?:you|he|she|nobody|no one)(?: not)? (?:escalate|check|read|test|ask|look|tell|follow|catch|notice|stop|verify|call|review|think|bother|wait|push|deploy)\b/gi,
    0,
  ],
  [/\bwho (?:broke|forgot|screwed|messed|dropped the ball|is to blame|was asleep|pushed (?:the|this|that) (?:bad|broken)|deleted|let this)\b[^.]{0,60}\?/gi, 0],
]
