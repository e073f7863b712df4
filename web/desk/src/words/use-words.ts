import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dueWords, fullTime, remaining, shortTime, type Language } from '@minsheng/shared/time-words'
import { now, specialDays } from '../clock/clock'

interface Named { name: string, english?: string | null }
interface InBoth { zh: string, en: string }

/** Words and times in the language chosen, for templates. */
export function useWords() {
  const { t, te, locale } = useI18n()
  const language = computed<Language>(() => locale.value === 'en' ? 'en' : 'zh')
  return {
    t,
    te,
    language,
    /** The word of one of the shared tables, or the code itself when the server is newer than this page. */
    word: <K extends string>(table: Record<K, InBoth>, code: K | null | undefined) =>
      code ? table[code]?.[language.value] ?? code : '',
    both: (words: InBoth | null | undefined) => words?.[language.value] ?? '',
    named: (thing: Named | null | undefined) => (language.value === 'en' && thing?.english) || thing?.name || '',
    short: (iso: string) => shortTime(iso, now.value, language.value),
    full: fullTime,
    left: (iso: string) => remaining(iso, now.value, language.value, specialDays.value),
    due: (iso: string) => dueWords(iso, now.value, language.value, specialDays.value),
  }
}
