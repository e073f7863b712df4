import type { Kind } from '@minsheng/shared/words'
import type { Area, Category } from '../reference/reference'

/** What the words of a caller suggest. Suggestions fill the chips that nobody has touched, and nothing else. */

/** The category most of whose everyday words occur; longer words say more. */
export function guessCategory(said: string, leaves: Category[]): Category | null {
  let best: Category | null = null
  let most = 0
  for (const leaf of leaves) {
    const weight = [...leaf.words, leaf.name].reduce((sum, word) => sum + (word.length > 1 && said.includes(word) ? word.length : 0), 0)
    if (weight > most) [best, most] = [leaf, weight]
  }
  return best
}

const SIGNS: [Kind, RegExp][] = [
  ['REPORT', /举报/],
  ['COMPLAINT', /投诉|不满|乱收费|扰民|拒不|服务态度/],
  ['SUGGESTION', /建议|希望(增加|增设|改)/],
  ['COMMENDATION', /表扬|感谢|点赞/],
  ['INQUIRY', /咨询|请问|怎么(办|申请|报销)|如何|需要什么(材料|条件)|什么时候/],
]

export function guessKind(said: string, category: Category | null): Kind {
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? category?.kinds[0] ?? 'ASSISTANCE'
}

/** The finest place whose name was said. */
export function guessArea(said: string, areas: Area[]): Area | null {
  const parents = new Set(areas.map(each => each.parent))
  const fineness = (area: Area) => area.name.length + (parents.has(area.code) ? 0 : 10)
  return areas
    .filter(area => area.parent !== null && area.name.length > 1 && said.includes(area.name))
    .sort((a, b) => fineness(b) - fineness(a))[0] ?? null
}
