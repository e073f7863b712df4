import { computed, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@minsheng/shared/problem'
import { onNews } from '../live/live'
import { sipKept, type Keeping } from './kept-access'
import { oneTab, type OneTab } from './one-tab'
import type { Phone } from './phone'
import { startRinging, stopRinging } from './ring'
import { answersItself, inCall, may } from './rules'
import { doAtSeat, readOptions, readSeat, type Hall, type Options, type PhoneAccess, type Seat } from './seat'
import { simulatedPhone } from './simulated-phone'

/** The telephone of this person: read by the bar, the answer desk and the pages of the hall, hence shared. */
export const seat = shallowRef<Seat | null>(null)
export const options = shallowRef<Options | null>(null)
export const hall = shallowRef<Hall | null>(null)
export const phone = shallowRef<Phone | null>(null)
/** Why the last thing asked of the telephone was refused. */
export const refused = shallowRef<Problem | null>(null)
export const busy = ref(false)
/** Where the telephone rings, if not here: in another tab of this browser, or in another browser. */
export const elsewhere = ref<'tab' | 'browser' | null>(null)
/** This person has no telephone here: the port is off. */
export const off = ref(true)

export const call = computed(() => seat.value?.call ?? null)
export const ringing = computed(() => seat.value?.state === 'RINGING')
/** Our own telephone rings first: right after a page was loaded it cannot yet be rung. */
export const canDial = computed(() => may(seat.value, 'call-out') && phone.value?.state.value === 'ready')

let tab: OneTab | null = null
const kept: Keeping = sipKept()

/** An answer that was overtaken on its way never replaces a newer one. */
export function take(fresh: Seat) {
  if (seat.value && fresh.version <= seat.value.version) return
  // A tab of this browser that takes the telephone signs in anew: then the word from the server is not about another browser.
  if (fresh.phone?.kind === 'taken') leavePhone(tab?.mine.value === false ? 'tab' : 'browser')
  seat.value = fresh
}

/** Asks the server for one thing. What it refuses is shown in the bar; the call goes on as it was. */
export async function act(verb: string, body: object = {}): Promise<Seat | undefined> {
  busy.value = true
  refused.value = null
  try {
    const fresh = await doAtSeat(verb, body)
    take(fresh)
    return fresh
  } catch (thrown) {
    refused.value = asProblem(thrown)
    return undefined
  } finally {
    busy.value = false
  }
}

/** Looks again, whatever was known: after a break of the line versions may have begun anew. */
export async function look() {
  try {
    const fresh = await readSeat()
    seat.value = fresh
    off.value = fresh.line === 'OFF'
  } catch (thrown) {
    if (asProblem(thrown).code === 'telephony-off') off.value = true
  }
}

function leavePhone(to: 'tab' | 'browser') {
  phone.value?.stop()
  phone.value = null
  elsewhere.value = to
}

async function bePhone(access: Exclude<PhoneAccess, { kind: 'taken' }>) {
  phone.value?.stop()
  elsewhere.value = null
  kept.keep(access)
  phone.value = access.kind === 'sip'
    ? (await import('./sip-phone')).sipPhone(access)
    : simulatedPhone(async () => { await act('answer') })
  await phone.value.start()
}

/** Signs in at a seat; the telephone of an earlier signing in falls silent. */
export async function signIn(number?: string) {
  const fresh = await act('sign-in', number ? { seat: number } : {})
  if (fresh?.phone && fresh.phone.kind !== 'taken') await bePhone(fresh.phone)
}

export async function signOut() {
  if (!await act('sign-out')) return
  kept.forget()
  phone.value?.stop()
  phone.value = null
}

/** Signed in before this page was loaded: takes the telephone up again, unless it rings in another browser. */
async function resume() {
  const here = seat.value
  if (!here?.seat || phone.value) return
  const access = kept.of()
  if (access) await bePhone(access)
  else if (here.phoneOnline && !here.simulated) elsewhere.value = 'browser'
  else await signIn(here.seat)
}

/** From another tab or browser into this one. */
export async function useHere() {
  if (elsewhere.value === 'tab') tab?.take()
  else await signIn(seat.value?.seat ?? undefined)
}

export const answer = async () => { if (call.value) await phone.value?.answer() }

let stops: (() => void)[] = []

let starting: Promise<void> | null = null

export const startTelephone = () => starting ??= start()

async function start() {
  tab = oneTab()
  stops = [
    onNews<Seat>('seat', take, () => void look()),
    onNews<Hall>('hall', news => { hall.value = news }),
    watch(tab.mine, mine => mine ? void takeUp() : leavePhone('tab')),
    watch(() => ringing.value && elsewhere.value === null, rings => rings ? startRinging() : stopRinging()),
    watch(() => [seat.value, phone.value?.rings.value] as const, ([here, rings]) => { if (rings && here && answersItself(here) && !phone.value?.trouble.value) void phone.value?.answer() }),
    watch(() => seat.value?.call?.muted ?? false, muted => phone.value?.mute(muted)),
  ]
  await look()
  if (off.value) return
  options.value = await readOptions().catch(() => null)
  if (tab.mine.value) await resume()
  else if (seat.value?.seat) elsewhere.value = 'tab'
}

async function takeUp() {
  elsewhere.value = null
  if (seat.value) await resume()
}

/** Before signing out of the desk: the seat is given back and the telephone falls silent. */
export async function stopTelephone() {
  if (may(seat.value, 'sign-out')) await act('sign-out')
  starting = null
  stops.forEach(stop => stop())
  stops = []
  stopRinging()
  phone.value?.stop()
  phone.value = null
  tab?.release()
  kept.forget()
  seat.value = null
  off.value = true
}

/** Leaving the page would cut the sound; the browser asks first. */
addEventListener('beforeunload', event => {
  if (phone.value?.speaking.value && inCall(seat.value)) event.preventDefault()
})
