import { FIELDS, missing, type Field } from '../work-order/action-fields'
import { emptyDispatch, type DispatchText } from '../work-order/dispatching'
import type { Body } from '../work-order/work-order'

/** What can become of a call at once; `register` leaves it to the dispatcher. */
export const ENDINGS = ['answer-directly', 'dispatch', 'register', 'ask-for-information', 'transfer-emergency', 'decline', 'join'] as const
export type Ending = typeof ENDINGS[number]

/** Everything typed during one call. */
export interface DeskText {
  /** The telephone call it is about; empty for a request that came another way. */
  call: string
  phone: string
  name: string
  confidential: boolean
  channel: string
  body: string
  kind: string
  category: string
  level: string
  area: string
  address: string
  ending: Ending
  answer: string
  template: string
  /** The article that the answer was taken from, and the version that was read. */
  article: string
  articleVersion: number
  /** The agent says that the knowledge base has no answer to this. */
  missing: boolean
  dispatch: DispatchText
  /** The fields of the rarer endings, by name. */
  rest: Record<string, unknown>
  parent: string
  /** Chips that a person has set: no suggestion touches them again. */
  own: string[]
}

export const emptyDesk = (channel = 'hotline'): DeskText => ({
  call: '', phone: '', name: '', confidential: false, channel, body: '', kind: '', category: '', level: 'GENERAL', area: '', address: '',
  ending: 'answer-directly', answer: '', template: '', article: '', articleVersion: 0, missing: false, dispatch: emptyDispatch(), rest: {}, parent: '', own: [],
})

/** Each call has a text of its own: a new call never writes over what was begun in another one. */
export const deskKey = ({ call }: DeskText) => call ? `desk:${call}` : 'desk'

export const isEmptyDesk = (text: DeskText) => text.body === '' && text.phone === '' && text.name === '' && text.answer === ''

/** The fields that only the ending chosen asks for. */
export function restFields(ending: Ending): readonly Field[] {
  return ['ask-for-information', 'transfer-emergency', 'decline'].includes(ending) ? FIELDS[ending] ?? [] : []
}

export function missingOnDesk(text: DeskText): string[] {
  const needed = text.body.trim() === '' ? ['body'] : []
  if (text.kind === '') needed.push('kind')
  if (text.ending === 'answer-directly' && text.answer.trim() === '') needed.push('answer')
  if (text.ending === 'dispatch') {
    if (text.category === '') needed.push('category')
    if (text.dispatch.department === '') needed.push('department')
  }
  if (text.ending === 'join' && text.parent === '') needed.push('parent')
  return [...needed, ...missing(restFields(text.ending), text.rest)]
}

const or = (text: string) => text.trim() === '' ? undefined : text.trim()

const rest = (text: DeskText): Body =>
  Object.fromEntries(restFields(text.ending).map(({ name }) => [name, text.rest[name]]))

/** What is done at once, under the name that the intake gives it. */
function first(text: DeskText): Body | undefined {
  switch (text.ending) {
    case 'register': return undefined
    case 'answer-directly': return {
      answer: {
        answer: text.answer, template: or(text.template),
        article: or(text.article), articleVersion: text.article ? text.articleVersion : undefined,
      },
    }
    case 'join': return { join: { parent: text.parent } }
    case 'dispatch': return { dispatch: { ...text.dispatch, note: or(text.dispatch.note), level: or(text.dispatch.level) } }
    case 'ask-for-information': return { ask: rest(text) }
    case 'transfer-emergency': return { transfer: rest(text) }
    case 'decline': return { decline: rest(text) }
  }
}

/** What goes to the server when the call ends. */
export function registration(text: DeskText): Body {
  return {
    channel: text.channel,
    kind: text.kind,
    category: or(text.category),
    level: text.level,
    area: or(text.area),
    address: text.address,
    body: text.body,
    requester: { name: or(text.name), phone: or(text.phone), confidential: text.confidential },
    first: first(text),
  }
}

/** An article fills the answer: what was typed stays before it, and the stamp goes with it. */
export function takeArticle(text: DeskText, { code, version, answer }: { code: string, version: number, answer: string }) {
  text.ending = 'answer-directly'
  text.answer = text.answer.trim() ? `${text.answer}\n${answer}` : answer
  text.article = code
  text.articleVersion = version
}

export function takeTemplate(text: DeskText, { code, body }: { code: string, body: string }) {
  text.ending = 'answer-directly'
  text.answer = text.answer.trim() ? `${text.answer}\n${body}` : body
  text.template = code
}

/** What the call looked for, once it is over; nothing of it says who called. */
export const searchOf = ({ body, category, area, article, missing }: DeskText) => ({ words: body, category, area, used: article, missing })
