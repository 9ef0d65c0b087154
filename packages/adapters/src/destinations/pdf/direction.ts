/** Whether words run from right to left, judged by their first letter that has a direction (Unicode annex 9, rule P2). */
export function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text)
  return first !== null && RIGHT_TO_LEFT.test(first[0])
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u
const LETTER = /\p{L}/u

/** The same as a property to spread into a node: present only where it is true, so that the page stays small. */
export function directionOf(text: string): { readonly rtl?: true } {
  return isRightToLeft(text) ? { rtl: true } : {}
}
