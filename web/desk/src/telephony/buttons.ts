import { joinsAtOnce } from './rules'
import type { Seat } from './seat'

/** What the bar can open instead of doing it at once. */
export type Panel = 'state' | 'sign-in' | 'transfer' | 'conference' | 'keys' | 'emergency' | 'demo'

export interface BarVerb { verb: string, icon: string, keys?: string, hint?: string, tone?: 'go' | 'end' | 'grave', opens?: Panel, pressed?: boolean }

const ALWAYS_SHOWN = 'emergency'

/** The buttons in their places: those that go back and forth share one, so that no hand looks for it. */
function places(seat: Seat): BarVerb[] {
  return [
    { verb: 'answer', icon: 'phone', keys: 'F2', tone: 'go' },
    { verb: 'refuse', icon: 'close' },
    { verb: 'complete-transfer', icon: 'transfer' },
    { verb: 'conference', icon: 'three', keys: 'F9', ...joinsAtOnce(seat) ? {} : { opens: 'conference' as const } },
    { verb: 'drop-consult', icon: 'back' },
    { verb: 'hold', icon: 'hold', keys: 'F4' },
    { verb: 'unhold', icon: 'play', keys: 'F4', pressed: true },
    { verb: 'mute', icon: 'mic', hint: 'Alt+M' },
    { verb: 'unmute', icon: 'mic-off', hint: 'Alt+M', pressed: true },
    { verb: 'transfer', icon: 'transfer', keys: 'F8', opens: 'transfer' },
    { verb: 'keys', icon: 'keypad', opens: 'keys' },
    { verb: 'pause-recording', icon: 'record' },
    { verb: 'resume-recording', icon: 'pause', pressed: true },
    { verb: 'hang-up', icon: 'hang-up', keys: 'F2', tone: 'end' },
    { verb: 'emergency', icon: 'alarm', tone: 'grave', opens: 'emergency' },
  ]
}

/** Only what the server allows now; three-party also where somebody can first be asked. */
export function barVerbs(seat: Seat): BarVerb[] {
  const asks = seat.may.includes('consult')
  // A real telephone is answered in this browser, which the server need not allow.
  const allowed = (verb: string) => seat.may.includes(verb)
    || asks && ['conference', 'transfer'].includes(verb)
    || verb === 'answer' && seat.state === 'RINGING'
  return places(seat).filter(({ verb }) => allowed(verb) || verb === ALWAYS_SHOWN && seat.seat !== null && seat.state !== 'RINGING')
}
