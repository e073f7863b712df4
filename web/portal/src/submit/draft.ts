import { reactive, ref, watch } from 'vue'
import { newKey } from '../api/client'
import type { Kind, Receipt, Request } from '../api/portal'
import { kept, keptHere } from '../kit/kept'

export type Privacy = 'open' | 'confidential' | 'anonymous'

/** What is being written. Kept on the device at every keystroke; the key is kept too, so a retry stays one request. */
export interface Draft {
  kind: Kind | 'UNSURE' | ''
  body: string
  topic: string
  area: string
  address: string
  privacy: Privacy | ''
  key: string
  writtenAt: number
}

export const UNSURE = 'UNSURE'
const DAYS_KEPT = 14

function empty(): Draft {
  return { kind: '', body: '', topic: '', area: '', address: '', privacy: '', key: newKey(), writtenAt: 0 }
}

function found(): Draft {
  const old = kept.readAs<Draft>('draft')
  const fresh = old && Date.now() - old.writtenAt < DAYS_KEPT * 24 * 60 * 60 * 1000
  if (!fresh) kept.forget('draft')
  return { ...empty(), ...(fresh ? old : {}) }
}

export const draft = reactive<Draft>(found())

/** Who the citizen is stays in memory: a borrowed telephone must not remember it. */
export const contact = reactive({ name: '', phone: '' })

/** What the citizen must keep; until the page is closed, because the code is told only once. */
export const receipt = ref<Receipt | null>(keptHere.readAs<Receipt>('receipt'))

watch(() => [draft.kind, draft.body, draft.topic, draft.area, draft.address, draft.privacy], () => {
  if (!isWritten()) return kept.forget('draft')
  draft.writtenAt = Date.now()
  kept.write('draft', JSON.stringify(draft))
}, { flush: 'sync' })

export function isWritten(): boolean {
  return !!(draft.kind || draft.body || draft.topic || draft.area || draft.address || draft.privacy)
}

export function discard() {
  Object.assign(draft, empty())
  Object.assign(contact, { name: '', phone: '' })
  kept.forget('draft')
}

export function received(answer: Receipt) {
  receipt.value = answer
  keptHere.write('receipt', JSON.stringify(answer))
  discard()
}

export function forgetReceipt() {
  receipt.value = null
  keptHere.forget('receipt')
}

/** As the server wants it: what was left open is left out. */
export function asRequest(): Request {
  const anonymous = draft.privacy === 'anonymous'
  return {
    ...(draft.kind && draft.kind !== UNSURE && { kind: draft.kind }),
    ...(draft.topic && draft.topic !== UNSURE && { topic: draft.topic }),
    ...(draft.area && { area: draft.area }),
    address: draft.address.trim(),
    body: draft.body.trim(),
    ...(!anonymous && contact.name.trim() && { name: contact.name.trim() }),
    ...(!anonymous && { phone: plainPhone(contact.phone) }),
    confidential: draft.privacy !== 'open',
    anonymous,
  }
}

/** As people write it, down to digits: "+86 138-0000 0000" and full-width digits too. */
export function plainPhone(written: string): string {
  return halfWidth(written).replace(/[^\d+]/g, '').replace(/^(\+|00)86/, '')
}

export function halfWidth(written: string): string {
  return written.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}
