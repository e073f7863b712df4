import type { Call, Seat } from './seat'

/** For tests only. */
export const sampleCall: Call = {
  id: 'call-1', direction: 'IN', queue: 'general', queueName: '综合', queueEnglish: 'General', from: '199****0001', hidden: false,
  area: '河北省保定市', areaEnglish: 'Baoding, Hebei', waitedSeconds: 4, since: '2026-11-25T02:00:00Z', answeredAt: '2026-11-25T02:00:04Z',
  held: false, muted: false, recording: 'ON', priority: false, purpose: null, order: null, handedBy: null, legs: [],
}

export const sampleSeat: Seat = {
  version: 1, at: '2026-11-25T02:00:00Z', line: 'UP', simulated: true, seat: '7', kind: 'GENERAL', suggested: '7', free: [],
  state: 'READY', since: '2026-11-25T02:00:00Z', reason: null, phoneOnline: true, may: [], call: null, consult: null,
  wrapUp: null, listening: null, today: { answered: 0, talkSeconds: 0, wrapUpSeconds: 0, rating: null, ratings: 0 },
  hall: { at: '2026-11-25T02:00:00Z', line: 'UP', waiting: 0, longestWaitSeconds: 0, ready: 1, talking: 0, callBacks: 0, recordingRoom: true },
}

export const talking: Seat = { ...sampleSeat, state: 'TALKING', call: sampleCall, may: ['hang-up', 'hold', 'mute', 'consult', 'transfer', 'emergency', 'keys', 'pause-recording', 'wrap-up-code'] }
