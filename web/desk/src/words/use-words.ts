import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ROLES, UNITS, type Role, type Unit } from '@minsheng/shared/words'
import { dueWords, fullTime, remaining, shortTime, type Language } from '@minsheng/shared/time-words'
import { now, specialDays } from '../clock/clock'
import { areaOf, departmentOf } from '../reference/reference'

interface Named { name: string, english?: string | null }
interface Counted {
  limit: { amount: number, unit: Unit }
  restDays: number
  holidays: string[]
  makeUpDays: string[]
  unannounced: number[]
}
interface Holder { kind: string, code: string, name: string | null }
interface Held { department: string | null, departmentName: string | null }
interface InBoth { zh: string, en: string }

/** Words and times in the language chosen, for templates. */
export function useWords() {
  const { t, te, locale } = useI18n()
  const language = computed<Language>(() => locale.value === 'en' ? 'en' : 'zh')
  const list = (words: string[]) => words.join(language.value === 'zh' ? '、' : ', ')
  return {
    t,
    te,
    language,
    /** `甲、乙` · `a, b` */
    list,
    /** The word of one of the shared tables, or the code itself when the server is newer than this page. */
    word: <K extends string>(table: Record<K, InBoth>, code: K | null | undefined) =>
      code ? table[code]?.[language.value] ?? code : '',
    both: (words: InBoth | null | undefined) => words?.[language.value] ?? '',
    named: (thing: Named | null | undefined) => (language.value === 'en' && thing?.english) || thing?.name || '',
    /** The department of an order: its short name, or its English one. */
    department: ({ department, departmentName }: Held) => {
      const known = departmentOf(department)
      return (language.value === 'en' ? known?.english : known?.shortName) || departmentName || '—'
    },
    /** The address, with the name of its area only where the address does not say it. */
    placeOf: (area: string | null, address: string) => {
      const known = areaOf(area)
      const name = language.value === 'en' ? known?.english : known?.name
      return [name && !address.includes(name) ? name : '', address].filter(Boolean).join(' · ')
    },
    /** The word for a verb (`ask-for-information`) or an action (`ASK_FOR_INFORMATION`). */
    action: (verbOrAction: string) => {
      const key = `action.${verbOrAction.toUpperCase().replace(/-/g, '_')}`
      return te(key) ? t(key) : verbOrAction
    },
    /** Who has an order: a department by its name, a role by its word. */
    holder: (held: Holder | null | undefined) => {
      if (!held) return '—'
      if (held.kind === 'ROLE') return ROLES[held.code as Role]?.[language.value] ?? held.code
      const known = departmentOf(held.code)
      return (language.value === 'en' ? known?.english : known?.shortName) ?? held.name ?? t(`holder.${held.kind}`)
    },
    /** How a due time was counted: `5 个工作日，扣除 2 个休息日（国庆节）`. */
    counted: ({ limit, restDays, holidays, makeUpDays }: Counted) => [
      `${limit.amount} ${limit.amount === 1 ? UNITS[limit.unit][language.value].replace(/s$/, '') : UNITS[limit.unit][language.value]}`,
      restDays ? t('due.rest', { n: restDays, names: holidays.length ? t('due.names', { names: list(holidays) }) : '' }) : '',
      makeUpDays.length ? t('due.make-up', { days: list(makeUpDays) }) : '',
    ].filter(Boolean).join(language.value === 'zh' ? '，' : ', '),
    /** The warning where the holidays of a year are not known yet. */
    notAnnounced: ({ unannounced }: Counted) => unannounced.length ? t('due.unannounced', { years: list(unannounced.map(String)) }) : '',
    short: (iso: string) => shortTime(iso, now.value, language.value),
    full: fullTime,
    brief: (iso: string) => remaining(iso, now.value, language.value, specialDays.value, true),
    due: (iso: string) => dueWords(iso, now.value, language.value, specialDays.value),
  }
}
