/**
 * The ring of the telephone, made by the browser: two tones, one second, every four. A browser that has not been
 * touched yet stays silent, so the screen rings too.
 */
const TONES = [440, 480]
const SOUND = 1
const PERIOD = 4000

let audio: AudioContext | null = null
let timer: ReturnType<typeof setInterval> | undefined

function once() {
  audio ??= new AudioContext()
  void audio.resume()
  const volume = audio.createGain()
  const begin = audio.currentTime
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(0.12, begin + 0.05)
  volume.gain.setValueAtTime(0.12, begin + SOUND - 0.1)
  volume.gain.linearRampToValueAtTime(0, begin + SOUND)
  volume.connect(audio.destination)
  for (const frequency of TONES) {
    const tone = audio.createOscillator()
    tone.frequency.value = frequency
    tone.connect(volume)
    tone.start(begin)
    tone.stop(begin + SOUND)
  }
}

export function startRinging() {
  if (timer !== undefined) return
  timer = setInterval(once, PERIOD)
  once()
}

export function stopRinging() {
  clearInterval(timer)
  timer = undefined
}
