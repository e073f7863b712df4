import type { Offer, OrderRow } from './work-order'

/**
 * The button that Ctrl+Enter presses: the first of these that is allowed.
 * An action that moves the order on comes before one that asks or notes something.
 */
const PRIMARY = [
  'accept', 'dispatch', 'phone', 'grant-extension', 'reply', 'support-reply', 'approve', 'close', 'add-information',
  'resume', 'defer', 'remind', 'urge',
]

type Standing = Pick<OrderRow, 'status' | 'badges'>

/** Some buttons are offered always but are the thing to do only now and then. */
function isDue(verb: string, standing: Standing | null) {
  if (standing === null) return true
  if (verb === 'phone') return standing.badges.includes('TO_PHONE')
  if (verb === 'add-information') return standing.status === 'WAITING_FOR_INFORMATION'
  return true
}

/** A ruling on a return has no primary button: reassigning and binding weigh the same. */
export function primaryOf(offers: Offer[], standing: Standing | null = null): Offer | null {
  const allowed = offers.filter(offer => offer.allowed && isDue(offer.verb, standing))
  if (standing?.status === 'RETURN_REQUESTED' && allowed.some(offer => offer.verb === 'bind')) return null
  for (const verb of PRIMARY) {
    const found = allowed.find(offer => offer.verb === verb)
    if (found) return found
  }
  return null
}

/** Ends or reverses something: shown in red when it is confirmed. */
export const isGrave = (verb: string) => ['decline', 'terminate', 'withdraw', 'bind', 'rework', 'send-back'].includes(verb)

/** Few verbs are needed often; the others wait behind "more". */
const OFTEN = 5

export function arranged(offers: Offer[], standing: Standing | null = null) {
  const primary = primaryOf(offers, standing)
  const others = offers.filter(offer => offer !== primary)
  const allowed = others.filter(offer => offer.allowed)
  const refused = others.filter(offer => !offer.allowed)
  return { primary, shown: allowed.slice(0, OFTEN), more: allowed.slice(OFTEN), refused }
}
