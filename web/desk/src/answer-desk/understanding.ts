import { post } from '@minsheng/shared/http'
import type { Kind, Level, Status } from '@minsheng/shared/words'
import type { Suggestion } from '../work-order/work-order'
import type { DeskText } from './desk-text'

/** What a text may be about, how surely, and by which of its words. */
export interface Choice { code: string, probability: number, words: string[] }
export interface UrgentWord { word: string, level: 'DANGER' | 'UNREST' | 'PRESSING' }
/** A place that the text names; without a code it is not on the city's list. */
export interface Spot { code: string | null, area: string | null, words: string }
/** Another request that may be about the same, with what speaks for it. */
export interface Twin {
  id: string
  number: string
  status: Status
  receivedAt: string
  said: string
  sameCaller: boolean
  title: number
  text: number
  words: string[]
}
export interface Findings {
  categories: Choice[]
  sure: boolean
  kinds: (Choice & { code: Kind })[]
  sureOfKind: boolean
  level: Level | null
  urgency: UrgentWord[]
  spots: Spot[]
  departments: Suggestion[]
  twins: Twin[]
  version: number | null
}

export const NOTHING: Findings = {
  categories: [], sure: false, kinds: [], sureOfKind: false, level: null, urgency: [], spots: [], departments: [], twins: [], version: null,
}

const own = (text: DeskText, field: 'category' | 'area') => text.own.includes(field) && text[field] ? text[field] : null

/** What the server needs to know of a text; chips only where a person has set them. */
export const asksOf = (text: DeskText) => ({
  body: text.body, address: text.address, phone: text.phone, category: own(text, 'category'), area: own(text, 'area'),
})

/** By POST: nothing that a caller says stands in an address. */
export const understand = (asks: ReturnType<typeof asksOf>) => post<Findings>('/api/understanding', asks)

/** What is answered at once was a question, unless its words say otherwise. */
export const usualKind = (desk: DeskText) => desk.ending === 'answer-directly' && desk.answer.trim() ? 'INQUIRY' : ''

/** Fills the chips that nobody has touched. An unsure category is left to the agent, who is shown the choices. */
export function fillChips(desk: DeskText, found: Findings, levelOf: (category: string) => Level | null) {
  const free = (field: string) => !desk.own.includes(field)
  if (free('category')) desk.category = found.sure ? found.categories[0]?.code ?? '' : ''
  if (free('kind')) desk.kind = found.kinds[0]?.code ?? usualKind(desk)
  if (free('level')) desk.level = levelOf(desk.category) ?? 'GENERAL'
  if (free('area')) desk.area = found.spots.find(each => each.code)?.code ?? ''
}

/** `0.923` → `92%` */
export const percent = (share: number) => `${Math.round(share * 100)}%`

/** The text in pieces, those that the other one has too marked. */
export function marked(text: string, words: string[]) {
  const found = words.filter(Boolean).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!found.length) return [{ text, same: false }]
  return text.split(new RegExp(`(${found.join('|')})`)).filter(Boolean).map(piece => ({ text: piece, same: words.includes(piece) }))
}
