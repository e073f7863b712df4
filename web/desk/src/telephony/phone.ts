import type { Ref } from 'vue'
import type { SoundTrouble } from './microphone'

/**
 * `off` until it is started · `connecting` · `ready` to be rung · `lost`: the line to the switch is down and is taken up
 * again by itself · `refused`: the switch does not know this telephone.
 */
export type PhoneState = 'off' | 'connecting' | 'ready' | 'lost' | 'refused'

/**
 * What rings and speaks in this browser. What is done with a call (hold, transfer, three-party …) is asked of the
 * server, whose switch does it; only sound and keys are here.
 */
export interface Phone {
  readonly state: Ref<PhoneState>
  readonly trouble: Ref<SoundTrouble | null>
  /** Whether a call waits to be answered in this browser; the simulated line has nothing here that could ring. */
  readonly rings: Ref<boolean>
  /** Whether sound runs. */
  readonly speaking: Ref<boolean>
  start(): Promise<void>
  stop(): void
  answer(): Promise<void>
  /** Before the server is told, so that nothing said meanwhile is heard. */
  mute(muted: boolean): void
  /** Takes the microphone and speaker chosen, also in the middle of a call. */
  useDevices(): Promise<void>
}
