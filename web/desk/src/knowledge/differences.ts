import { diffWordsWithSpace } from 'diff'
import { FIELDS, fieldWords, type ArticleText, type TextField } from './knowledge'

export interface Piece { words: string, how: 'same' | 'added' | 'removed' }
export interface Difference { field: TextField, pieces: Piece[] }

/** Chinese has no spaces between words: the browser's own segmenter finds them, so that whole words differ and not single strokes. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

export function compare(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after, segmenter ? { intlSegmenter: segmenter } : {})
    .map(({ value, added, removed }) => ({ words: value, how: added ? 'added' : removed ? 'removed' : 'same' }))
}

/** The fields in which two texts differ, and how. */
export function differences(before: ArticleText, after: ArticleText): Difference[] {
  return FIELDS.filter(field => fieldWords(before, field) !== fieldWords(after, field))
    .map(field => ({ field, pieces: compare(fieldWords(before, field), fieldWords(after, field)) }))
}
