import type { Faults } from '../kit/question'
import { t } from '../words/words'
import { contact, draft, plainPhone } from './draft'

export const STEPS = ['kind', 'what', 'topic', 'where', 'privacy', 'contact', 'check'] as const
export type Step = typeof STEPS[number]

export const MOST_WORDS = 2000
const MOST_ADDRESS = 200

/** What is still wrong with the answer of a step; nothing when it can be left. */
export function faultsOf(step: Step): Faults {
  switch (step) {
    case 'kind': return when(!draft.kind, 'kind', t('missing.kind'))
    case 'what': return {
      ...when(draft.body.trim().length < 5, 'body', t('missing.body')),
      ...long('body', draft.body, MOST_WORDS),
    }
    case 'topic': return when(!draft.topic, 'topic', t('missing.topic'))
    case 'where': return {
      ...when(draft.address.trim().length < 2, 'address', t('missing.address')),
      ...long('address', draft.address, MOST_ADDRESS),
    }
    case 'privacy': return when(!draft.privacy, 'privacy', t('missing.privacy'))
    case 'contact': return draft.privacy === 'anonymous' ? {} : phoneFaults()
    case 'check': return {}
  }
}

/** The steps this citizen takes: who is anonymous is not asked for a telephone. */
export function stepsNow(): Step[] {
  return STEPS.filter(step => step !== 'contact' || draft.privacy !== 'anonymous')
}

export function firstUnanswered(): Step {
  return stepsNow().find(step => Object.keys(faultsOf(step)).length > 0) ?? 'check'
}

/** After a change from the last page one returns there, past what is answered. */
export function stepAfter(step: Step, changing: boolean): Step {
  if (changing) return firstUnanswered()
  const steps = stepsNow()
  return steps[steps.indexOf(step) + 1] ?? 'check'
}

export function stepBefore(step: Step): Step | null {
  const steps = stepsNow()
  return steps[steps.indexOf(step) - 1] ?? null
}

/** Where the server's complaint about a field is put right. */
export function stepOf(pointer: string): Step {
  const field = pointer.replace(/^[#/]+/, '').replace(/^requester\//, '')
  const places: Record<string, Step> = { kind: 'kind', body: 'what', topic: 'topic', area: 'where', address: 'where' }
  if (field === 'phone' || field === 'name') return draft.privacy === 'anonymous' ? 'privacy' : 'contact'
  return places[field] ?? 'privacy'
}

function phoneFaults(): Faults {
  const phone = plainPhone(contact.phone)
  if (!phone) return { phone: t('missing.phone') }
  return when(!/^(1[3-9]\d{9}|0\d{9,11}|\+\d{6,15})$/.test(phone), 'phone', t('missing.phoneForm'))
}

export function long(field: string, text: string, max: number): Faults {
  return when(text.length > max, field, t('missing.tooLong', { max, over: text.length - max }))
}

function when(wrong: boolean, field: string, words: string): Faults {
  return wrong ? { [field]: words } : {}
}
