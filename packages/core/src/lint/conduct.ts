import { alternativesOf, wordIndex, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** Verbs in the past that do not end in -ed. */
const DID = String.raw`(?<!\b(?:is|are|was|were|be|been|being) )(?:\w{3,}ed|ran|wrote|took|made|went|left|put|set|sent|gave|brought|kept|shut|began|told|chose|built|let|hit|led|cut|drove|took|came|read|swept|threw|pulled|got|(?<=\b(?:had|has|have)(?: \w+ly)? )(?:gone|done|written|given|taken|run|begun|driven|chosen|thrown))`
const GAP = String.raw`(?:[\w'’-]+,? ){0,8}?`
const CARE =
  'regard|thought|thinking|considering|consideration|care|caution|test(?:s|ing)?|checks?|checking|double-checking|verif\\w+|reviews?|reviewing|approvals?|permission|consult\\w+|inform\\w+|telling|asking|coordinat\\w+|reading|waiting|back-?ups?|backing|planning|understanding|looking|noticing|notice|notif\\w+|authori[sz]ation|a second|knowing|sign-?off|announc\\w+|warning|oversight|supervision|following|confirm\\w+|confirmation|handing over|documenting|escalating|discussing|bothering|being (?:thorough|careful|asked|told to|authori[sz]ed)|good reason'
const ADVICE =
  'warnings?|advice|instructions?|orders?|procedures?|policy|policies|rules?|runbook|guidelines?|guidance|objections?|protocols?|recommendations?|process|freeze|better judge?ment|common sense'
const TOLD = 'told|warned|asked|instructed|advised|reminded|trained|informed|aware'

const MADE =
  'made|making|took|taking|gave|giving|wrote|did|doing|chose|conducted|conducting|performed|performing|carr(?:ied|ying) out|issued|applied|applying|used|using|entered|executed|executing|ran|running|pushed|merged|deployed|picked|sent|built|configured|created|selected|typed|submitted|approved|provided|supplied|published|shipped|introduced|implemented|installed|designed|connected|assigned'
const FAULTY =
  'ill-(?:advised|considered|timed|judged)|improper|inadequate|inappropriate|poor|poorly \\w+|incorrect|wrong|bad|terrible|insufficient|hasty|rash|questionable|misguided|flawed|unauthori[sz]ed|careless|sloppy|reckless|half-baked|unrealistic\\w*|overly \\w+|superficial|cursory(?! investigation| inspection| look)|shoddy'

const verbs = (text: string): WordIndex => wordIndex(() => alternativesOf(text))

/** How somebody acted, where the manner is the reproach. The subject must be a person, as surely as the number says. */
export const CONDUCT: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  // `merged it without a review`, `deployed despite the freeze`, `pushed it even though she had been told`.
  [verbs(String.raw`${DID} ${GAP}without (?:[\w-]+ ){0,3}?(?:${CARE})`), 3],
  [
    verbs(
      String.raw`${DID} ${GAP}(?:despite|in spite of|in defiance of|against|contrary to|in violation of|ignoring|disregarding) (?:[\w'’-]+ ){0,3}?(?:${ADVICE})`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`${DID} ${GAP}(?:despite|in spite of|even though|although|after) (?:(?:he|she|they) )?(?:being|having been|having|had been|had|was|were|knowing|knew)(?: \w+){0,2}? (?:${TOLD}|that|full well|better|not to)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:was|were|had been) (?:\w+ ){0,2}?(?:told|warned|reminded|asked|instructed)\b(?: [\w'’]+){0,8}?,? (?:but|and|yet) (?:\w+ )?(?:still|anyway|ignored|did|didn['’]t|went|never|nevertheless|nonetheless|chose)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`${DID} ${GAP}(?:in (?:a|his|her|their) (?:hurry|rush|haste|panic|impatience)|in haste|out of (?:laziness|impatience|frustration|boredom|carelessness|habit|spite|convenience|ignorance)|on a whim)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:acted|reacted|responded|escalated|called|rolled back|replied|answered|merged|deployed|gave up|intervened|spoke up|woke) (?:\w+ ){0,4}?(?:far |much |way )?too (?:late|slowly|soon|early|hastily|quickly)`,
    ),
    3,
  ],
  [verbs(String.raw`(?:${MADE}) (?:a |an |the |several |some |many |no less than )?(?:very |rather |quite |most )?(?:${FAULTY})`), 3],
  [verbs(String.raw`set (?:\w+ )?(?:overly|unrealistic\w*|impossible|too)`), 3],
  [
    verbs(
      String.raw`${DID} ${GAP}instead of (?:the |our |his |her )(?:\w+ )?(?:secure|official|approved|correct|right|documented|prescribed|standard|proper|supported|agreed|usual)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`${DID} ${GAP}(?:instead of|rather than) (?:first |simply |even |properly )?(?:asking|checking|reading|following|testing|escalating|calling|paging|consulting|reviewing|verifying|informing|telling|looking|thinking|admitting|owning|listening|coordinating)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:knew|was aware|were aware|had been told|had been warned|had seen|saw)(?: [\w'’,-]+){1,12}? (?:and|but|yet) (?:[\w'’-]+ ){1,6}?(?:anyway|regardless|nonetheless|nevertheless|all the same)|${DID} ${GAP}(?:anyway|regardless)(?=[,.]|$)`,
    ),
    3,
  ],
  [verbs(String.raw`failed (?:\w+ )?by \w+ing`), 2],
  [verbs(String.raw`${DID} ${GAP}without \w+ing (?:[\w'’-]+ ){1,5}?(?:first|beforehand)`), 3],
  [
    verbs(
      String.raw`failed (?:us|me|everyone|the (?:team|company|customers?)|miserably|badly|completely|spectacularly|again)|(?:waved|brushed|pushed) (?:[\w'’-]+ ){1,6}(?:away|aside|off)|sat (?:idle|by|back)|stood (?:by|idle|idly)|looked on|did not lift a finger|tripped over|knocked (?:over|out)|spil(?:led|t)|bricked|wrecked|ruined|trashed|(?:simply|just|merely|blindly) (?:assumed|trusted|hoped|guessed)|(?:done|did|doing) it again|let (?:\w+ ){1,3}down|did(?: not|n['’]t) know what (?:he|she|they) (?:was|were)|(?:was|were|is|are) (?:wrong|mistaken|unwise|foolish) (?:to|in)|(?:was|were|is|are) (?:not up to|in over (?:his|her|their)|the weak(?:est)? link|a liability)|cannot be trusted|can['’]t be trusted|lied`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`needs? to improve (?:his|her|their)|does(?: not|n['’]t) (?:work|communicate|collaborate|listen|cooperate|perform|pay|follow) (?:\w+ ){0,3}?(?:well|properly|enough|attention|instructions|procedures?)|(?:is|was) too (?:quiet|slow|careless|casual|relaxed|optimistic|trusting|confident|eager|hasty|cautious)|(?:was|were) too (?:\w+ )?(?:optimistic|confident|eager|trusting|casual|relaxed)`,
    ),
    3,
  ],
  // What is bad by itself.
  [
    verbs(
      String.raw`mis(?!s(?:ed|ion|ing)|t(?:ed|y|ing))\w{3,}ed|mis(?:read|heard|spelt|understood)|missed that|underestimated|overestimated|withheld|suppressed|misrepresented|falsified|downplayed|fumbled|dithered|hesitated|procrastinated|froze|squandered|lost track of|lost sight of|took (?:his|her|their) eyes? off|took for granted|flouted|circumvented|contravened|overrode|tampered with|sabotaged|jeopardi[sz]ed|endangered|concealed|covered up|hid|pretended|winged it|guessed|went rogue|looked the other way|let it slide|sat on (?:it|this|that|the|them)|brushed (?:it|this|them|the \w+) (?:off|aside)|shrugged (?:it|this|them|the \w+) off|dismissed (?:it|this|them|the \w+|\w+ \w+) as|waved (?:it|this|the \w+) through|paid no (?:attention|heed)|gave no thought|made (?:things|it|matters) worse|let (?:us|the team|everyone|the customers?|everybody) down|cost (?:us|the company|the team)|(?:bears|bore) (?:\w+ )?(?:responsibility|blame)|(?:did|made) a (?:poor|bad|terrible|sloppy|half-hearted) (?:job|effort)|tested (?:it |this |that |the \w+ )?(?:in|on) production|thought (?:he|she|they) knew better|knew (?:full well|perfectly well)|has only (?:himself|herself) to blame|could have been bothered`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`left (?:[\w'’-]+ ){1,4}?(?:open|unlocked|unattended|exposed|unprotected|unsecured|world-readable|lying around|half-finished|unfinished)|(?:committed|pasted|put|posted|published|leaked|exposed|uploaded|e-?mailed|shared|wrote|hard-?coded) (?:[\w'’-]+ ){0,4}?(?:secrets?|passwords?|credentials?|keys?|tokens?) (?:[\w'’-]+ ){0,2}?(?:in|into|to|on) (?:[\w'’-]+ ){0,2}?(?:public|open|chat|wiki|git|repository|repo|channel|slack|ticket|gist|forum|code|plain text)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:always|constantly|repeatedly|routinely|regularly|habitually|consistently|persistently|keeps?|kept) (?:on )?(?:ignor|forg[eo]t|skip|bypass|break|broke|miss(?=ed|es|ing)|neglect|fail|cut(?:s|ting)? corners|miss(?= deadlines)|arriv(?=\w* late)|com(?=\w* late)|leav(?=\w* early)|rush|mak(?:es|ing) mistakes|complain)\w*|ha(?:s|ve) a (?:habit|history) of`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:was|were|is|are) (?:\w+ly |too |busy |simply |just |again )*(?:listening to music|chatting|browsing|gaming|watching (?:a|the) (?:film|movie|video|game|match|football)|playing (?:games?|a game|on)|scrolling|looking at (?:his|her|their) (?:phone|mobile|screen)|napping|daydreaming|horsing around|fooling around|messing (?:about|around)|goofing off|slacking|dawdling|on (?:his|her|their) phones?|texting|drunk|hung ?over|intoxicated|half[- ]asleep|nowhere to be (?:found|seen)|not (?:qualified|competent|careful|attentive|vigilant|diligent|thorough|disciplined|focused|up to|concentrating|watching|listening)|unresponsive|indecisive|arrogant|stubborn|naive|forgetful|unhelpful|uncooperative|dismissive|untruthful|dishonest|unprepared|hasty|clumsy|inept|lax|remiss|derelict|neglectful|heedless|too (?:lazy|proud|distracted|careless|stubborn|arrogant|impatient|complacent)|(?:too busy or )?distracted|no longer (?:with|working|employed)|let go|sacked|demoted|suspended|written up|formally warned|removed from the (?:rota|rotation|project|team))`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`lack(?:s|ed) (?:the |any |sufficient |basic |proper |necessary )?(?:situational )?(?:awareness|focus|attention|rigou?r|care|diligence|judge?ment|understanding|common sense|attention to detail)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`ignored (?:(?:my|our|his|her|the|all|repeated|several|many|these|those) )*(?:warnings?|notices?|requests?|e-?mails?|advice|calls?|reminders?|objections|concerns|pleas|instructions)`,
    ),
    2,
  ],
  [
    verbs(
      String.raw`could (?:easily |simply |well |at least |also )?have (?:simply |just |easily |at least |also )?(?:asked|seen|told|warned|stopped|spared|saved|verified|escalated|tested|called|rolled back|looked|read)`,
    ),
    3,
  ],
  [
    verbs(
      String.raw`(?:claim(?:s|ed)|said|says|insist(?:s|ed)|swore|assured \w+) (?:that )?(?:he|she|they) (?:had |has |have )?(?:tested|checked|read|run|verified|done|followed|reviewed)\b[^.]{0,60}\bbut\b[^.]{0,30}(?:not|n['’]t|never)`,
    ),
    3,
  ],
  // What somebody is told to become.
  [
    verbs(
      String.raw`(?:must|needs? to|ha(?:s|ve) to|should|ought to|had better|will|promised to|agreed to|(?:was|were) (?:told|asked|reminded) to) (?:really |finally |all |simply )?(?:be (?:far |much |a lot )?more (?:careful|attentive|diligent|vigilant|thorough|disciplined|responsible|mindful|cautious)|pay (?:more|closer|better|much more) attention|take (?:more|better|greater) care|learn to (?:read|check|ask|follow|test|listen|communicate)|stop \w+ing|start (?:reading|checking|testing|following|listening|caring)|take (?:his|her|their) (?:jobs?|work|duties) (?:more )?seriously|try harder|get (?:his|her|their) act together|be (?:retrained|reminded to)|think (?:before|twice))`,
    ),
    3,
  ],
]
