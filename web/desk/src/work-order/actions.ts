import type { Offer } from './work-order'

/**
 * The button that Ctrl+Enter presses: the first of these that is allowed.
 * An action that moves the order on comes before one that asks or notes something. A ruling on a return has no
 * primary button: reassigning and binding weigh the same.
 */
const PRIMARY = [
  'accept', 'dispatch', 'phone', 'grant-extension', 'reply', 'support-reply', 'approve', 'close', 'add-information',
  'resume', 'defer', 'remind', 'urge',
]

export function primaryOf(offers: Offer[]): Offer | null {
  const allowed = offers.filter(offer => offer.allowed)
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

export function arranged(offers: Offer[]) {
  const primary = primaryOf(offers)
  const others = offers.filter(offer => offer !== primary)
  const allowed = others.filter(offer => offer.allowed)
  const refused = others.filter(offer => !offer.allowed)
  return { primary, shown: allowed.slice(0, OFTEN), more: allowed.slice(OFTEN), refused }
}
