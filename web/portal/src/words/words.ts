import { ref, watchEffect } from 'vue'
import { kept } from '../kit/kept'
import { en } from './en'
import { zh, type MessageKey } from './zh'

export type Locale = 'zh' | 'en'
/** Words the server has already written in both languages. */
export interface Words { zh: string, en: string }

const MESSAGES: Record<Locale, Record<MessageKey, string>> = { zh, en }

export const locale = ref<Locale>(first())

function first(): Locale {
  const chosen = kept.read('language')
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

export function choose(language: Locale) {
  locale.value = language
  kept.write('language', language)
}

export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return MESSAGES[locale.value][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The server's words in the language of the reader; a plain string is already in it. */
export function said(words: Words | string | null | undefined): string {
  if (!words) return ''
  return typeof words === 'string' ? words : words[locale.value] || words.zh
}

/** Something that has a Chinese and an English name. */
export function named(thing: { name: string, english?: string | null }): string {
  return locale.value === 'en' && thing.english ? thing.english : thing.name
}

watchEffect(() => {
  document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en'
})
