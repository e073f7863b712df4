/** `::` brings answer templates, `??` knowledge; a Chinese keyboard sends the wide signs for both. */
export type Kind = 'template' | 'article'
export interface Trigger { kind: Kind, from: number, words: string }

const SIGN = /(?<![:：?？])(::|：：|\?\?|？？|:：|：:|\?？|？\?)([^\n:：?？]{0,30})$/

/** What is being called for before the caret; null where nothing is. */
export function triggerBefore(text: string, caret: number): Trigger | null {
  const found = SIGN.exec(text.slice(0, caret))
  if (!found) return null
  return { kind: /[?？]/.test(found[1]!) ? 'article' : 'template', from: found.index, words: found[2]! }
}

/** The text without the sign and the words behind it. */
export const without = (text: string, { from }: Trigger, caret: number) => text.slice(0, from) + text.slice(caret)

/** The first blank from a place on: `{日期}`, `［日期］`. */
export function nextBlank(text: string, from = 0): [start: number, end: number] | null {
  const blank = /\{[^{}\n]{0,30}\}|［[^［］\n]{0,30}］/g
  blank.lastIndex = from
  const found = blank.exec(text)
  return found ? [found.index, found.index + found[0].length] : null
}

/** What was said, without a call that is just being typed. */
export const withoutCall = (text: string) => text.replace(/(::|：：|\?\?|？？)[^\n:：?？]{0,30}$/, '')
