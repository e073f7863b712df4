import { ref } from 'vue'
import type { SoundTrouble } from './microphone'
import type { Phone, PhoneState } from './phone'

/** The telephone of the simulated line: it has no sound, and answering is only told to the server. */
export function simulatedPhone(tellAnswered: () => Promise<void>): Phone {
  const state = ref<PhoneState>('off')
  return {
    state,
    trouble: ref<SoundTrouble | null>(null),
    rings: ref(false),
    speaking: ref(false),
    async start() { state.value = 'ready' },
    stop() { state.value = 'off' },
    answer: tellAnswered,
    mute() {},
    async useDevices() {},
  }
}
