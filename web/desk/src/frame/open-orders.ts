import { ref } from 'vue'

export interface OpenOrder { id: string, number: string, title: string }

const KEPT = 'minsheng.open-orders'
const MOST = 8

/** The orders opened last, as tabs; they live as long as the browser tab. */
export const openOrders = ref<OpenOrder[]>(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as OpenOrder[])

function keep(orders: OpenOrder[]) {
  openOrders.value = orders
  sessionStorage.setItem(KEPT, JSON.stringify(orders))
}

export function rememberOrder({ id, number, title }: OpenOrder) {
  const known = openOrders.value.some(each => each.id === id)
  const opened = known
    ? openOrders.value.map(each => each.id === id ? { id, number, title } : each)
    : [...openOrders.value, { id, number, title }].slice(-MOST)
  keep(opened)
}

export const closeOrder = (id: string) => keep(openOrders.value.filter(each => each.id !== id))
export const closeAllOrders = () => keep([])
