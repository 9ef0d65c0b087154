const NOBODY = String.raw`(?:nobody|no one|no-one|no (?:single |one )?(?:person|individual|engineer|human|name))`

/** A sentence of which one holds talks about blame, or about what may happen, or of somebody who is not to blame. */
const EXEMPT: readonly RegExp[] = [
  /\b(?:can|may|could|will) (?:result in|be subject to|face|constitute)\b|\bup to and including\b|\bis considered a violation\b/i,
  /\bblame-?(?:less|free|aware)|\bwithout (?:blam|assigning|pointing)|\b(?:unfair|wrong|tempting|easy) to (?:blame|say)\b/i,
  new RegExp(
    String.raw`\b${NOBODY} (?:\w+ ){0,3}?(?:is|was|were|are|should be|can be|will be) (?:\w+ ){0,2}(?:blame\w*|at fault|guilty|responsible|held|punish\w+|reprimand\w+)`,
    'i',
  ),
  /\b(?:instead of|rather than|avoid|not|never|n['’]t|no|without) (?:to )?(?:[\w'’]+ ){0,4}?(?:blam\w*|(?:at )?fault|human (?:error|failure|mistake))\b/i,
  /^\W*(?:please )?avoid\b|\bavoid (?:saying|writing|phrases|sentences|words|blam\w+|the word|language|names|naming)\b|\b(?:do not write|don['’]t write|not a? ?mistakes? (?:of|by))\b|\banyone (?:could|would|can)\b|\bany (?:[\w-]+ )?(?:engineer|operator|developer|person|one of us|of us) (?:could|would|might) have (?:done|made|run|typed|chosen)\b|\bdid (?:no|any)thing wrong\b/i,
  /\b(?:would|could|might) have (?:\w+ ){1,3}(?:the same|no differently|likewise|no better)\b/i,
  /\b(?:assumed|suspected|ruled out|excluded|looked like|taken for)\b.{0,60}\b(?:errors?|mistakes?)/i,
  /\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)) that\b.{0,40}\b(?:errors?|mistakes?|fault|blame|responsib\w+)|\b(?:no (?:evidence|sign|indication)|found no|not founded)\b/i,
  /(?<!\bthe )\b(?:errors?|mistakes?) (?:is|are) (?:a |an |only |never |not |where |the |part |always )*(?:symptom|effect|consequence|beginning|start|where|cause$|label|inevitable|unavoidable|normal|human|expected|of life)/i,
  /\b(?:draft|version|edition) of (?:this|the) (?:report|document|post-?mortem|review)\b/i,
  /\b(?:old|new|two) views?\b|\bfield guide\b|\b(?:behind|understanding|beyond) ['‘"]?human error/i,
  /\b(?:too often|all too (?:easily|easy|often)|tempting|convenient)\b.{0,60}\b(?:attribut|blam|label|put down|dismiss)|\b(?:is|are) invited by\b/i,
  /,? (?:which|as|since) (?:the |our |its )?(?:\w+ )?(?:policy|polic(?:y|ies)|runbook|procedure|process|rules?|plan|playbook) (?:allow|permit|say|ask|prescribe|require|demand|instruct|recommend|tell|advis|suggest|foresee|propos)/i,
  /\b(?:avoid|prevent\w*|reduc\w*|minimi[sz]e|protect(?:s|ed)? (?:us )?(?:against|from)|guards? against|less prone to|prone to|resilient to|robust against|risk of|possib\w+ of|chance of|room for|tolerate|easy (?:for \w+ )?to make) (?:[\w-]+ ){0,4}(?:errors?|mistakes?|typos?)/i,
]

/** Whether a sentence is about blame rather than blaming. */
export function isAboutBlame(sentence: string): boolean {
  return EXEMPT.some((pattern) => pattern.test(sentence))
}
