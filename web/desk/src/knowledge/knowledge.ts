import { get, post, put, query } from '@minsheng/shared/http'

export type Status = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'DUE' | 'EXPIRED' | 'SUPERSEDED' | 'RETIRED' | 'DISCARDED'
export type Verb = 'write' | 'submit' | 'publish' | 'send-back' | 'discard' | 'revise' | 'renew' | 'withdraw' | 'retire'

/** Everything that one version says. */
export interface ArticleText {
  question: string
  asked: string[]
  answer: string
  basis: string
  document: string
  steps: string
  materials: string
  places: string
  hours: string
  owner: string
  category: string | null
  area: string | null
  audience: string
  open: boolean
  effectiveAt: string | null
  reviewOn: string | null
  expiresAt: string | null
}

export interface ArticleVersion {
  code: string
  revision: number
  version: number
  status: Status
  text: ArticleText
  writtenBy: string
  writtenAt: string
  signedBy: string | null
  publishedAt: string | null
  endedAt: string | null
}

export interface ArticleStep { seq: number, version: number, action: string, at: string, actor: string, actorName: string, role: string, from: Status | null, to: Status, reason: string }

export interface Correction {
  id: string
  code: string
  version: number
  question: string
  owner: string
  order: string | null
  words: string
  raisedBy: string
  raisedAt: string
  state: 'OPEN' | 'TAKEN' | 'DECLINED'
  decidedBy: string | null
  decidedAt: string | null
  decision: string
  dueAt: string | null
}

export interface Article {
  code: string
  revision: number
  /** What may be told now. */
  live: ArticleVersion | null
  /** What is being worked on. */
  draft: ArticleVersion | null
  versions: ArticleVersion[]
  steps: ArticleStep[]
  corrections: Correction[]
  clocks: { kind: 'REVIEW' | 'RENEW' | 'CORRECT', holder: string, holderName: string | null, dueAt: string, overdue: boolean }[]
  /** What this person may do now; the server decides. */
  actions: { action: string, verb: Verb }[]
  uses: number
}

export interface ArticleLine {
  code: string
  version: number
  status: Status
  question: string
  owner: string
  ownerName: string | null
  category: string | null
  open: boolean
  effectiveAt: string | null
  reviewOn: string | null
  expiresAt: string | null
  dueAt: string | null
  uses: number
  corrections: number
}

/** What stands beside a call. */
export interface Answer {
  code: string
  version: number
  question: string
  answer: string
  owner: string
  ownerName: string | null
  basis: string
  document: string
  steps: string
  materials: string
  places: string
  hours: string
  audience: string
  category: string | null
  open: boolean
  effectiveAt: string | null
  reviewOn: string | null
  expiresAt: string | null
  due: boolean
  likeness: number
  /** It has some of the words that were sought: perhaps no answer. */
  loosely: boolean
}

export const VIEWS = ['to-review', 'due', 'expired', 'drafts', 'live', 'all'] as const
export type KnowledgeView = typeof VIEWS[number]

const path = (code: string) => `/api/knowledge/articles/${encodeURIComponent(code)}`

/** By POST: what a caller says belongs into no address. */
export const findAnswers = (words: string, category: string, area: string, most = 8) =>
  post<Answer[]>('/api/knowledge/find', { words, category: category || null, area: area || null, most })

export interface Search { words: string, category: string, area: string, used: string, missing: boolean }
export const keepSearch = (search: Search) => post('/api/knowledge/searches', search)

export const listArticles = (view: KnowledgeView, q: string, owner: string) =>
  get<ArticleLine[]>(`/api/knowledge/articles${query({ view, q, owner })}`)
export const articleCounts = () => get<Record<string, number>>('/api/knowledge/counts')
export const openArticle = (code: string) => get<Article>(path(code))
export const oldVersion = (code: string, version: number) => get<ArticleVersion>(`${path(code)}/versions/${version}`)
export const beginArticle = (text: ArticleText, order: string | null, key: string) =>
  post<Article>('/api/knowledge/articles', { text, order }, { key })
export const writeArticle = (code: string, version: number, text: ArticleText) => put<Article>(`${path(code)}/draft`, text, { version })
export const actOnArticle = (code: string, verb: Verb, version: number, body: object) =>
  post<Article>(`${path(code)}/${verb}`, body, { version })

export const doubt = (code: string, version: number, words: string, order: string | null, key: string) =>
  post<Correction>(`${path(code)}/versions/${version}/corrections`, { words, order }, { key })
export const listCorrections = (open: boolean) => get<Correction[]>(`/api/knowledge/corrections${query({ open })}`)
export const decideCorrection = (id: string, how: 'take' | 'decline', reason: string) =>
  post<Correction>(`/api/knowledge/corrections/${id}/${how}`, { reason })

/** The fields of a text in the order in which they are read. */
export const FIELDS = ['question', 'asked', 'answer', 'basis', 'document', 'steps', 'materials', 'places', 'hours', 'audience'] as const
export type TextField = typeof FIELDS[number]

export const emptyText = (owner = ''): ArticleText => ({
  question: '', asked: [], answer: '', basis: '', document: '', steps: '', materials: '', places: '', hours: '', owner, category: null,
  area: null, audience: '', open: true, effectiveAt: null, reviewOn: null, expiresAt: null,
})

/** One field as words, for reading and for comparing. */
export const fieldWords = (text: ArticleText, field: TextField) => field === 'asked' ? text.asked.join('\n') : text[field]
