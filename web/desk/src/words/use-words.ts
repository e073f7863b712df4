import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dueWords, fullTime, remaining, shortTime, type Language } from '@minsheng/shared/time-words'
import { now, specialDays } from '../clock/clock'
import { departmentOf } from '../reference/reference'

interface Named { name: string, english?: string | null }
interface Held { department: string | null, departmentName: string | null }
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
    /** The department of an order: its short name, or its English one. */
    department: (order: Held) =>
      (language.value === 'en' && departmentOf(order.department)?.english) || order.departmentName || '—',
    short: (iso: string) => shortTime(iso, now.value, language.value),
    full: fullTime,
    brief: (iso: string) => remaining(iso, now.value, language.value, specialDays.value, true),
    due: (iso: string) => dueWords(iso, now.value, language.value, specialDays.value),
  }
}
