import { createI18n } from 'vue-i18n'
import { speak } from '@minsheng/shared/http'
import type { Language } from '@minsheng/shared/time-words'
import en from './messages/en'
import zh from './messages/zh'

const KEPT = 'minsheng.language'

function remembered(): Language {
  const kept = localStorage.getItem(KEPT)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'zh'
}

export const i18n = createI18n({ legacy: false, locale: remembered(), fallbackLocale: 'zh', messages: { zh, en } })

/** Switches every word on the screen, and the language in which the server words its problems. */
export function chooseLanguage(language: Language) {
  i18n.global.locale.value = language
  localStorage.setItem(KEPT, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  speak(language)
}

chooseLanguage(remembered())
