import { computed, ref } from 'vue'
import { kept } from '../kit/kept'
import { locale, t } from '../words/words'
import type { Reference, Session } from './portal'
import { reference, session } from './portal'

/** Lists of the city. The last ones known serve at once; without any, every question can still be answered. */
export const lists = ref<Reference>(kept.readAs<Reference>('lists') ?? { areas: [], topics: [] })
export const place = ref<Session | null>(null)

const TOWNSHIPS = ['TOWNSHIP', 'SUBDISTRICT']

/** 乡镇、街道 only: estates and roads belong in the address. */
export const townships = computed(() => lists.value.areas.filter(area => TOWNSHIPS.includes(area.kind)))

export const houseName = computed(() => {
  const city = place.value?.city
  if (!city) return t('app.name')
  return locale.value === 'zh' ? city.hotline : t('app.cityName', { city: city.english })
})

/** Also fetches the cookie against forged requests. A failure is not worth a word: the pages work without. */
export async function getToKnow() {
  await session().then(answer => { place.value = answer }).catch(() => undefined)
  await reference().then((answer) => {
    lists.value = answer
    kept.write('lists', JSON.stringify({ areas: answer.areas, topics: answer.topics }))
  }).catch(() => undefined)
}
