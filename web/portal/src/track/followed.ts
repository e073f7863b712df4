import { ref } from 'vue'
import { newKey } from '../api/client'
import type { Bodies, PortalView, Ticket } from '../api/portal'
import { act, track } from '../api/portal'
import { keptHere } from '../kit/kept'

/** The request being followed. Number and code stay with this page only and never enter its address. */
export const ticket = ref<Ticket | null>(keptHere.readAs<Ticket>('ticket'))
export const view = ref<PortalView | null>(null)
export const seenAt = ref('')
/** What the last action did, said once at the top of the next page. */
export const news = ref('')

/** Only a ticket that opens something is kept. */
export async function follow(chosen: Ticket): Promise<PortalView> {
  const answer = await track(chosen)
  adopt(chosen)
  show(answer)
  return answer
}

/** A ticket just handed out needs no proof. */
export function adopt(chosen: Ticket) {
  ticket.value = chosen
  view.value = null
  keptHere.write('ticket', JSON.stringify(chosen))
}

export function unfollow() {
  ticket.value = null
  view.value = null
  keptHere.forget('ticket')
}

/** Retrying sends the same key, so nobody urges or rates twice by a bad line. */
export function useAction<V extends keyof Bodies>(verb: V) {
  const key = newKey()
  return async (body: Bodies[V]) => {
    if (ticket.value) show(await act(verb, ticket.value, body, key))
    return true
  }
}

function show(answer: PortalView) {
  view.value = answer
  seenAt.value = new Date().toISOString()
}
