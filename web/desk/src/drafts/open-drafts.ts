import { shallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { get, put, remove } from '@minsheng/shared/http'

export interface OpenDraft { key: string, at: string, summary: string }

/** What this person has begun and not sent: read by the rail and by the list. */
export const openDrafts = shallowRef<OpenDraft[]>([])

export async function loadDrafts() {
  openDrafts.value = await get<OpenDraft[]>('/api/drafts')
}

const path = (key: string) => `/api/drafts/${encodeURIComponent(key)}`
const others = (key: string) => openDrafts.value.filter(each => each.key !== key)

/** A draft just kept, without asking the server again. */
export function knowDraft(key: string, text: string) {
  openDrafts.value = [{ key, at: new Date().toISOString(), summary: text.slice(0, 80) }, ...others(key)]
}

export function unknowDraft(key: string) {
  openDrafts.value = others(key)
}

/** Deletes a draft and hands out its words, so that a wrong press can be undone. */
export async function dropDraft(key: string) {
  const text = await get<object | undefined>(path(key))
  await remove(path(key))
  return text
}

export const putDraftBack = (key: string, text: object) => put(path(key), text)

const ABOUT_MOST = 50

/** The draft as it is kept: what it is about goes first, because the list is told only the first 80 letters. */
export const withAbout = (about: string, text: object): object =>
  about.trim() === '' ? text : { about: about.trim().slice(0, ABOUT_MOST), ...text }

export function withoutAbout<T extends object>(kept: T & { about?: unknown }): T {
  const text = { ...kept }
  delete text.about
  return text
}

/** What a draft is about, from its first letters, which may end in the middle of a sign. */
export function aboutOf(summary: string): string {
  const said = /^\{"about":\s*"((?:[^"\\]|\\u[\da-f]{4}|\\[^u])*)/i.exec(summary)?.[1]
  return said ? JSON.parse(`"${said}"`) as string : ''
}

/** The screen on which a draft was typed, and the action whose form it was; without one, the name of the screen. */
export function placeOf(key: string): { to: RouteLocationRaw, verb: string, page: string } | null {
  const [, of, name, rest] = /^([^:]+)(?::([^:]+))?(?::(.+))?$/.exec(key) ?? []
  switch (of) {
    case 'desk': return { to: { name: 'answer-desk', query: name ? { call: name } : {} }, verb: '', page: 'view.answer-desk' }
    case 'article-new': return { to: { name: 'article-new' }, verb: '', page: 'knowledge.new' }
    case 'article': return name ? { to: { name: 'article', params: { code: name }, query: { do: 'write' } }, verb: '', page: 'knowledge.title' } : null
    case 'template': return name ? { to: { name: 'templates', query: { write: name } }, verb: '', page: 'knowledge.templates' } : null
    case 'order': return name && rest ? { to: { name: 'order', params: { id: name }, query: { do: rest } }, verb: rest, page: '' } : null
    default: return null
  }
}
