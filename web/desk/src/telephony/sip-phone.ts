import { ref } from 'vue'
import JsSIP from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import type { RTCSessionEvent, UA } from 'jssip/lib/UA'
import { chosenDevices, microphoneOf, troubleOf, type SoundTrouble } from './microphone'
import type { Phone, PhoneState } from './phone'
import type { SipAccess } from './sip-access'

const SECONDS_REGISTERED = 120
const SECONDS_BETWEEN_ATTEMPTS = 4
/** The screen may know of a call a moment before the telephone does; the key pressed meanwhile counts. */
const EARLY = 3000

const microphone = async () => {
  if (!navigator.mediaDevices) throw new DOMException('only over https', 'InsecureError')
  return navigator.mediaDevices.getUserMedia({ audio: microphoneOf(chosenDevices()) })
}

/** A real telephone in the browser: SIP over the product's own WebSocket, sound by WebRTC. Loaded when first wanted. */
export function sipPhone(access: SipAccess): Phone {
  const state = ref<PhoneState>('off')
  const trouble = ref<SoundTrouble | null>(null)
  const rings = ref(false)
  const speaking = ref(false)
  const sound = new Audio()
  let session: RTCSession | null = null
  let ua: UA | null = null
  let muted = false
  let pressedAt = 0

  function ended(which: RTCSession) {
    if (session !== which) return
    session = null
    rings.value = false
    speaking.value = false
    sound.srcObject = null
  }

  function incoming(rung: RTCSession) {
    session = rung
    rings.value = true
    rung.on('ended', () => ended(rung))
    rung.on('failed', () => ended(rung))
    rung.on('confirmed', () => { speaking.value = true })
    // Waiting until every address of this machine was tried would cost seconds; the first one is good here.
    rung.on('icecandidate', event => event.ready())
    rung.on('peerconnection', ({ peerconnection }) => peerconnection.addEventListener('track', ({ streams, track }) => {
      sound.srcObject = streams[0] ?? new MediaStream([track])
      void sound.play().catch(() => undefined)
    }))
    if (Date.now() - pressedAt < EARLY) void answer()
  }

  async function answer() {
    const rung = session
    pressedAt = rung ? 0 : Date.now()
    if (!rung || !rings.value) return
    rings.value = false
    try {
      const mediaStream = await microphone()
      trouble.value = null
      rung.answer({ mediaStream, pcConfig: { iceServers: access.iceServers } })
      if (muted) rung.mute({ audio: true })
      await speakThrough()
    } catch (thrown) {
      // The caller goes on ringing: the headset may be plugged in and the key pressed again.
      rings.value = session === rung
      trouble.value = troubleOf(thrown)
    }
  }

  async function speakThrough() {
    const { speaker } = chosenDevices()
    if ('setSinkId' in sound) await sound.setSinkId(speaker).catch(() => undefined)
  }

  async function useDevices() {
    await speakThrough()
    const sender = session?.connection?.getSenders().find(each => each.track?.kind === 'audio')
    if (!sender) return
    try {
      const track = (await microphone()).getAudioTracks()[0] ?? null
      if (track) track.enabled = !muted
      await sender.replaceTrack(track)
      trouble.value = null
    } catch (thrown) {
      trouble.value = troubleOf(thrown)
    }
  }

  async function start() {
    if (ua) return
    state.value = 'connecting'
    const socket = new JsSIP.WebSocketInterface(new URL(access.path, location.href).href.replace(/^http/, 'ws'))
    const agent = new JsSIP.UA({
      sockets: [socket], uri: access.uri, password: access.password, register: true, register_expires: SECONDS_REGISTERED,
      session_timers: false, user_agent: 'minsheng-desk', connection_recovery_min_interval: 1,
      connection_recovery_max_interval: SECONDS_BETWEEN_ATTEMPTS,
    })
    ua = agent
    agent.on('registered', () => { state.value = 'ready' })
    agent.on('disconnected', () => { if (ua === agent) state.value = 'lost' })
    agent.on('registrationFailed', () => { if (ua === agent) state.value = agent.isConnected() ? 'refused' : 'lost' })
    agent.on('newRTCSession', (event: RTCSessionEvent) => { if (event.session.direction === 'incoming') incoming(event.session) })
    agent.start()
  }

  function stop() {
    const agent = ua
    ua = null
    agent?.stop()
    state.value = 'off'
  }

  function mute(on: boolean) {
    muted = on
    if (on) session?.mute({ audio: true })
    else session?.unmute({ audio: true })
  }

  return { state, trouble, rings, speaking, start, stop, answer, mute, useDevices }
}
