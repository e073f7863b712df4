import { computed, watchEffect } from 'vue'
import { useRoute } from 'vue-router'
import { useWords } from '../words/use-words'
import { openOrders } from './open-orders'

/** The window is named after what it shows, so that one of many tabs can be found again. */
export function useWindowTitle() {
  const route = useRoute()
  const { t, te } = useWords()

  const place = computed(() => {
    const order = openOrders.value.find(each => each.id === route.params['id'])
    if (order) return `${order.number} ${order.title}`
    const view = `view.${String(route.params['view'] ?? route.name ?? '')}`
    return te(view) ? t(view) : ''
  })

  watchEffect(() => { document.title = [place.value, t('frame.brand')].filter(Boolean).join(' · ') })
}
