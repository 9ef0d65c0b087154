import { family } from './lexicon.ts'
import { wordIndex, type WordIndex } from './word-index.ts'
import type { Sureness } from './words-of-people.ts'

/** What nobody but a person is. */
const OF_CHARACTER = String.raw`
      careless | useless | hopeless | ignorant | unhelpful | untrustworthy | stupid | dumb | silly | (?:just |only |merely )?(?:guessing|bluffing|flailing|floundering|panicking|clutching at straws|twiddling (?:his|her|their) thumbs|sitting on (?:his|her|their) hands|rearranging deck ?chairs|covering (?:his|her|their) (?:tracks|back)|going through the motions|having a laugh) | not the (?:sharpest|brightest) | all thumbs | a law unto \w+ | (?:a )?know-it-all | (?:a )?jobsworth | (?:rank |complete |total |utter )?amateurs? | too big for (?:his|her|their) boots | asking for (?:it|trouble) | slow on the uptake | behind the curve | on (?:a|an) (?:ego|power) trip | (?:a )?box-?ticking | (?:rather|somewhat|considerably|a lot|much|far) less (?:prompt|diligent|careful|keen|thorough|interested|forthcoming|eager|quick|impressive) | blind to | deaf to | (?:always |constantly |forever )?in (?:such |too much of )?an? (?:hurry|rush) | un-?experienced | unattentive | unprofesional | irresponsable | incompetant | rude | condescending | abusive | short-tempered | hot-headed | vindictive | paranoid | caught (?:napping|out|sleeping|off guard) | inexperienced | not (?:enough )?(?:experienced|qualified|skilled|mature|senior)(?: enough)? | negligent | sloppy | remiss | derelict | slapdash | slipshod | lazy | bone idle | workshy | work-shy | complacent | inattentive
      absent-?minded | forgetful | clueless | incompetent | inept | unqualified | under-?qualified | amateurish | unprofessional | irresponsible
      reckless | rash | impulsive | impatient | cavalier | flippant | nonchalant | blas[eé] | trigger-?happy | gung-?ho | over-?confident | cocky
      arrogant | pig-?headed | headstrong | obstinate | apathetic | disengaged | uncooperative | evasive | dishonest | disingenuous | untruthful
      obstructive | insubordinate | undisciplined | ill-?disciplined | ill-?prepared | under-?prepared
      out of (?:his|her|their) (?:depth|league|element) | in over (?:his|her|their) heads? | out to lunch | AWOL | drunk | hung-?over | stoned
      gullible | foolish | foolhardy | stupider | dim | daft | idiotic | moronic | thoughtless | heedless | mindless | clumsy | ham-?fisted
      cack-?handed | butter-?fingered | indecisive | timid | spineless | sleepwalking | half-?hearted | lackadaisical | trigger happy | overzealous
      over-?eager | over-?keen | hasty | heavy-?handed | neglectful | dismissive | selfish | petty | delusional | deluded | shameless | unapologetic
      unrepentant | a loose cannon | a cowboy | an embarrassment | an amateur | an idiot | a fool | a moron | the guilty party
      paying for (?:his|her|their) | winging it | cutting corners | showing off | grandstanding | skiving | slacking | snoozing | daydreaming
      miles away | not thinking | more interested in | more concerned (?:with|about) | quick to (?:dismiss|assume|blame|close|ignore|jump|judge)
      happy to (?:ignore|skip|let|leave|look) | desperate to
`

/** What is said of systems as well: its subject must surely be a person. */
const OF_CONDUCT = String.raw`
      lax | slack | idle | oblivious | ignorant | hopeless | useless | unfit | stubborn | unhelpful | unreliable | untrustworthy | disorgani[sz]ed
      unprepared | asleep | MIA | missing in action | naive | na[iï]ve | stupid | dumb | thick | silly | culpable | guilty | liable | blameworthy
      at fault | to blame | in the wrong | found wanting | out of line | out of order | unequal to | not up to
      not (?:cut out|fit|good enough|smart enough|fully competent|mature enough) | below par | sub-?par | unresponsive | unreachable when | tardy
      unwilling | reluctant | short-?sighted | half-?asleep | inexcusable | unforgivable | deplorable | disgraceful | a disgrace | a menace
      a liability | a danger | a joke | a weak link | the weak(?:est)? link | the culprit | the problem
      the (?:real |sole |main |primary |root )?cause | playing (?:with|at) | dozing | napping
      not (?:at (?:his|her|their) desk|doing (?:his|her|their) job|with it|on the ball|on top of) | more focused on
      slow to (?:react|respond|act|escalate|realise|realize|acknowledge|admit|answer|engage|notice|join|wake) | content to
      too (?:busy|proud|lazy|quick|slow|eager|keen|stubborn|cocky|clever|sure|scared|afraid|timid|comfortable|relaxed|trusting|casual|drunk|tired|junior|green|inexperienced|important|cool|smart|impatient|hasty|willing|ready|sloppy|dumb|stupid|careless|complacent|self-\w+|absorbed|preoccupied|distracted|optimistic|confident|quiet) (?:to|for|with|in|about|on)
`

const BE = String.raw`(?:am|is|are|was|were|be|been|being|become|became|becomes|seemed|seems|looked|looks|appeared|appears|remained|remains|proved|proves|proven|felt|got|gets|grew|grown|acted|behaved|stayed|sounds|sounded)(?:n['’]t)?,?`
const DEGREE = String.raw`(?: (?:to (?:be|have been)|[a-z]+ly|too|so|very|just|once|again|much|more|far|rather|quite|an? (?:bit|little|tad|touch)|as (?:usual|always)|yet|also|even|still|both|either|nothing (?:short of|but)|somewhat|tired|young|junior|such|being|plain|bloody|damn|fucking|fairly|pretty|most|well|always|often|that|this),?){0,5}`

/** Predicates of fault (`was, once again, far too lazy`). The subject must be a person, as surely as the number says. */
export const PREDICATES: readonly (readonly [words: WordIndex, least: Sureness])[] = [
  [wordIndex(() => [String.raw`${BE}${DEGREE} (?:${family(OF_CHARACTER)})`]), 1],
  [wordIndex(() => [String.raw`${BE}${DEGREE} (?:${family(OF_CONDUCT)})`]), 3],
]

/** `He’s careless`: the person and the verb are one word. */
export const CONTRACTED: WordIndex = wordIndex(() => [
  String.raw`(?:(?:he|she|who)['’]s|they['’]re|you['’]re)${DEGREE} (?:${family(OF_CHARACTER)}|${family(OF_CONDUCT)})`,
])
