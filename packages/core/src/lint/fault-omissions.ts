import { family, lexicon } from './lexicon.ts'
import { onlyWith, wordIndex, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** What whoever does a job owes to it, as gerunds. */
const DUE = String.raw`
  looking | checking | reading | opening | asking | counting | weighing | measuring | visiting | trying | starting | telling | saying | informing | warning | notifying | consulting | thinking | testing | verifying
  reviewing | comparing | confirming | logging | recording | documenting | signing | labelling | labeling | locking | closing | securing | backing | handing | waiting | listening | knocking | calling | ringing | phoning
  investigating | inspecting | examining | studying | understanding | knowing | learning | considering | weighing | questioning | challenging | double-?checking | cross-?checking | proofreading | validating
  announcing | agreeing | coordinating | escalating | reporting | mentioning | admitting | apologi[sz]ing | explaining | preparing | planning | rehearsing | training | supervising | watching | monitoring | caring | bothering
  leaving a (?:note|word|message|number) | batting an eyelid | lifting a finger | taking (?:the )?(?:time|trouble|care|notice|a look|responsibility|precautions) | paying (?:any )?attention | making sure | having (?:\w+ )?(?:read|seen|visited|looked|checked|tested|asked|understood|tried|opened|verified|been|spoken|consulted|informed|told|done|started|run)
`
/** The same, as things. */
const DUTIES = String.raw`
  (?:single |second |first |further |proper |due |quick |cursory |prior |valid )*(?:look|glance|thought|check|question|word|test|review|approval|permission|consent|backup|ID|proof|warning|notice|explanation|apology|ticket|rollback plan|plan|reason|clue|care|regard|supervision|instruction|training|authori[sz]ation|consultation|consideration|diligence|reflection|precautions?|rehearsal|dry run|sign-?off)
`
const BARE_DEED = String.raw`(?:ran|wrote|took|made|went|left|put|set|sent|gave|brought|kept|shut|told|chose|built|let|hit|cut|drove|read|threw|pulled|got|sold|paid|hung|flew|swept|drew|led|tore|did|\w{2,}ed)`
const GAP = String.raw`(?:[\w'’-]+,? ){0,9}?`

/** What somebody left undone that was hers to do. The subject must be a person, as surely as the number says. */
export const OMISSIONS: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [
    onlyWith(
      / without /i,
      wordIndex(() => [
        String.raw`${BARE_DEED} ${GAP}without (?:(?:even|so much as|first|ever|any|an?|the|once|bothering to|properly|actually|really|his|her|their) )*(?:${family(DUE)}|${family(DUTIES)})`,
      ]),
    ),
    3,
  ],
  [
    lexicon(String.raw`
      # What goes on because nobody ended it.
      {leave} (?:[\w'-]+ ){1,6}?(?:running|switched on|turned on|powered on|logged in|signed in|plugged in|unplugged|wide open|ajar|overnight|over the weekend|in the rain|in the sun|on the (?:bus|train|table|counter|roof)|in (?:the|a|his|her) (?:car|taxi|train|bag|pub|lobby|corridor)|for (?:others|someone else|somebody else|the next \w+|weeks|days|months|us|everyone else)|to (?:others|somebody else|someone else|the night shift|the next shift|the last (?:minute|day)))
      # What was said would be done.
      (?:promised|swore|assured|agreed|undertook|vowed|pledged|committed|said HE would|claimed|insisted|guaranteed) ~~ (?:but|and|yet|only to|then) (?:\w+ )?(?:never|didn't|did not|forgot|failed|hasn't|hadn't|has not|had not|wasn't|was not|nothing|did nothing|disappeared|vanished|went)
      (?:was|were) (?:supposed|meant|expected|required|asked|told|instructed|obliged|hired|paid|rostered|scheduled|assigned|trained|due) (?:to|on|for|at) ~~ (?:but|and|yet|only) (?:\w+ )?(?:never|simply|just|didn't|did not|doesn't|hadn't|wasn't|was not|forgot|failed|chose|preferred|went|instead|nowhere)
      {have} (?:all |both |each )?been (?:\w+ly )?(?:told|warned|reminded|instructed|asked|trained|taught|briefed|cautioned|begged|advised) (?:\w+ )?(?:twice|repeatedly|more than once|often enough|many times|time and again|again and again|not to|never to|several times|(?:two|three|four|five|a dozen|a hundred|umpteen|countless) times|only (?:yesterday|last \w+|the \w+ before)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))
      (?:was|were) (?:\w+ly )?(?:told|warned|reminded|cautioned|advised) in (?:\w+), (?:again )?(?:in|and)
      # What was shirked.
      {do} (?:the (?:exact )?opposite|the (?:bare|absolute) minimum|as little as|as HE (?:like|likes|liked|please|pleases|pleased)|what HE (?:like|likes|liked|want|wants|wanted|please|pleases|pleased)|whatever HE|everything but|anything but|only half|half (?:of )?(?:the|HIS) (?:job|work)|HIS own thing|a runner) | NOT do (?:what|as) HE
      (?:did|do|does)(?:n't| not) (?:simply |just )?do (?:what|as) HE (?:is|are|was|were|had been|has been)
      {hang} up on | {walk} (?:off|out|away from) (?:the (?:job|site|call|shift|floor)|halfway|mid-|in the middle|on (?:us|the)|from (?:the|HIS) (?:mess|responsibility|problem)) | {stand} around | {loaf} | {loiter} | {idle} (?:about|around|away) | {skimp} on | {scrimp} on | {stint} on
      {keep} (?:HIS|the) (?:mouths?|traps?) shut | {keep} (?:us|the \w+(?: \w+)?|everyone|everybody|customers|patients|management|others|me) (?:\w+ )?(?:in the dark|waiting|guessing|out of the loop|hanging|uninformed) | {hold} back (?:the|information|vital|key|HIS)
      {sleep} on (?:it|this|the|a|HIS) | {let} (?:\w+ ){1,4}(?:run out|go to waste|gather dust|pile up|stack up|rust|spoil|boil over|overflow|go cold|die|drown|in) | {turn} HIS backs? | {skim} (?:over |through )?(?:the|it|a|HIS|this|that|every) | {gloss} over | {pay} lip service
      {shrug} | {yawn} | {shove} (?:it|this|that|the \w+) (?:aside|into|in a drawer|under) | {bin} (?:it|this|that|the|our|every|all) (?:\w+ )?(?:warnings?|e-?mails?|letters?|reports?|complaints?|tickets?)
      {fail} (?:in|at) (?:HIS|its|the|this|that|a|every) (?:\w+ )?(?:duty|duties|job|task|role|responsibilit\w+|obligations?|function|supervision|oversight|care)
      (?:doesn't|don't|didn't|does not|do not|did not|never) (?:even |ever |once |really )?(?:bother(?:s|ed)?|deign(?:s|ed)?|trouble[sd]?|condescend(?:s|ed)?|stoop(?:s|ed)?) (?:to|HIM|with|about|\w+ing)
    `),
    3,
  ],
]
