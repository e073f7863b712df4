import type { SeatState } from './seat'

/** Sign and tone of a state; the word stands beside it, so that no colour is needed to tell them apart. */
export const STATES: Record<SeatState, { icon: string, tone: 'fine' | 'busy' | 'soon' | 'quiet' }> = {
  SIGNED_OUT: { icon: 'minus', tone: 'quiet' },
  READY: { icon: 'check', tone: 'fine' },
  RINGING: { icon: 'ringing', tone: 'soon' },
  TALKING: { icon: 'headset', tone: 'busy' },
  HOLDING: { icon: 'hold', tone: 'busy' },
  MUTED: { icon: 'mic-off', tone: 'busy' },
  CONFERENCE: { icon: 'three', tone: 'busy' },
  AFTER_CALL: { icon: 'pencil', tone: 'soon' },
  NOT_READY: { icon: 'pause', tone: 'quiet' },
  BREAK: { icon: 'cup', tone: 'quiet' },
  TRAINING: { icon: 'book', tone: 'quiet' },
}
