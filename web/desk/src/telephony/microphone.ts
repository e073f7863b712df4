/** Why there is no sound; the words stand under `telephone.sound.<trouble>`. */
export type SoundTrouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'unknown'

export interface Devices { microphones: MediaDeviceInfo[], speakers: MediaDeviceInfo[] }
export interface ChosenDevices { microphone: string, speaker: string }

const KEPT = 'minsheng.telephone.devices'

export function chosenDevices(): ChosenDevices {
  return { microphone: '', speaker: '', ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<ChosenDevices> }
}

export function chooseDevices(devices: ChosenDevices) {
  localStorage.setItem(KEPT, JSON.stringify(devices))
}

/** A device that was chosen once and is now unplugged must not keep the headset that is there from speaking. */
export function microphoneOf({ microphone }: ChosenDevices): MediaTrackConstraints | boolean {
  return microphone ? { deviceId: { ideal: microphone } } : true
}

export function troubleOf(thrown: unknown): SoundTrouble {
  switch ((thrown as { name?: string } | null)?.name) {
    case 'NotAllowedError': case 'SecurityError': return 'denied'
    case 'NotFoundError': case 'OverconstrainedError': return 'missing'
    case 'NotReadableError': case 'AbortError': return 'busy'
    case 'InsecureError': return 'insecure'
    default: return 'unknown'
  }
}

/** Asks for the microphone once before the first call rings, so that the question does not come with the caller. */
export async function askForMicrophone(media = navigator.mediaDevices as MediaDevices | undefined): Promise<SoundTrouble | null> {
  if (!media) return 'insecure'
  try {
    const stream = await media.getUserMedia({ audio: microphoneOf(chosenDevices()) })
    stream.getTracks().forEach(track => track.stop())
    return null
  } catch (thrown) {
    return troubleOf(thrown)
  }
}

export async function devices(media: MediaDevices | undefined = navigator.mediaDevices): Promise<Devices> {
  const all = await media?.enumerateDevices().catch(() => []) ?? []
  const of = (kind: MediaDeviceKind) => all.filter(device => device.kind === kind && device.deviceId)
  return { microphones: of('audioinput'), speakers: of('audiooutput') }
}
