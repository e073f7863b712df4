/**
 * The telephone line of a story: callers and the network are played by SIPp, tones tell who is heard by whom.
 *
 *   line.call({ number: '13800000001', tone: 440, keys: '5' })
 *
 * A caller is 440 Hz, an agent 1000 Hz, whoever is called by us 1700 Hz, a team lead 2200 Hz. Everything happens in a
 * network of its own, which ../test makes: SIP at 127.0.0.1:5060, the telephone network at 127.0.0.9.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CALLER = 440
export const AGENT = 1000
export const OUTSIDE = 1700
export const LEAD = 2200

const SCRIPT = fileURLToPath(new URL('../deploy/asterisk/telephone', import.meta.url))
const CACHE = fileURLToPath(new URL('../.run/telephone-tests/asterisk/', import.meta.url))
const NETWORK = '127.0.0.9'

/** Why there can be no real calls here; empty where there can. */
export function missing() {
  if (!existsSync('/usr/bin/sipp')) return 'no SIPp found (Debian: sip-tester)'
  if (!existsSync(join(CACHE, 'root/usr/sbin/asterisk'))) return 'Asterisk could not be had'
  if (!process.env.MINSHENG_OWN_NETWORK) return 'no network of its own: run ./test calls as root'
  return ''
}

export class Line {
  #folder = mkdtempSync(join(tmpdir(), 'minsheng-line-'))
  #running = new Set()
  #data = ''

  /** Gives a data folder its Asterisk without fetching it again. */
  install(data) {
    this.#data = data
    const home = join(data, 'asterisk')
    mkdirSync(home, { recursive: true })
    for (const part of ['root', 'prompts', 'music']) {
      if (spawnSync('cp', ['-al', join(CACHE, part), home]).status !== 0) cpSync(join(CACHE, part), join(home, part), { recursive: true, verbatimSymlinks: true })
    }
  }

  telephone(...words) {
    return spawnSync(SCRIPT, words, { env: { ...process.env, MINSHENG_DATA: this.#data }, encoding: 'utf8' })
  }

  killAsterisk() {
    process.kill(Number(readFileSync(join(this.#data, 'asterisk/var/run/asterisk.pid'), 'utf8').trim()), 'SIGKILL')
  }

  /**
   * Somebody calls the hotline, says a tone, and from so many seconds on presses keys every two seconds until hung up.
   * @param {number} [wish.leaves] hangs up after so many seconds
   */
  call({ number, tone = CALLER, seconds = 20, keys = '', leaves = 0 }) {
    const sound = this.#sound(tone, seconds, keys)
    const talk = leaves
      ? `<pause milliseconds="${leaves * 1000}"/>${say('BYE [next_url] SIP/2.0', 2, 'BYE')}<recv response="200"/>`
      : `<recv request="BYE"/>${OK}`
    return this.#sipp(`<scenario name="caller">
      <send retrans="500"><![CDATA[
INVITE sip:12345@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:${number}@[local_ip]:[local_port]>;tag=[pid]c[call_number]
To: <sip:12345@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:caller@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

${SDP}]]></send>
      <recv response="100" optional="true"/><recv response="180" optional="true"/><recv response="183" optional="true"/>
      <recv response="200" rrs="true"/>${say('ACK [next_url] SIP/2.0', 1, 'ACK')}${play(sound)}${talk}</scenario>`,
    ['127.0.0.1:5060', '-m', '1', '-mp', String(freePair())])
  }

  /** The telephone network, for every number that we call. */
  network() {
    return this.#sipp(`<scenario name="network">
      <recv request="INVITE" rrs="true"/>
      ${answer('180 Ringing', '')}<pause milliseconds="300"/>${answer('200 OK', SDP)}
      <recv request="ACK"/>${play(this.#sound(OUTSIDE, 60))}<recv request="BYE"/>${OK}</scenario>`,
    ['-p', '5080', '-mp', String(freePair())])
  }

  #sipp(scenario, words) {
    const file = join(this.#folder, `${this.#running.size}-${Date.now()}.xml`)
    writeFileSync(file, `<?xml version="1.0" encoding="ISO-8859-1" ?>\n${scenario}`)
    const port = words.includes('-p') ? [] : ['-p', String(freePair())]
    const child = spawn('sipp', ['-sf', file, '-i', NETWORK, '-mi', NETWORK, '-nostdin', '-trace_err', '-error_file', `${file}.err`, ...port, ...words],
      { cwd: this.#folder, stdio: 'ignore' })
    this.#running.add(child)
    child.once('exit', () => this.#running.delete(child))
    const ended = new Promise(resolve => child.once('exit', resolve))
    return { ended, hangUp: () => child.kill('SIGUSR1'), trouble: () => existsSync(`${file}.err`) ? readFileSync(`${file}.err`, 'utf8') : '' }
  }

  /** What the telephones and Asterisk say of themselves. */
  told() {
    const errors = readdirSync(this.#folder).filter(name => name.endsWith('.err')).map(name => readFileSync(join(this.#folder, name), 'utf8'))
    return [...errors, this.telephone('cli', 'core', 'show', 'channels', 'verbose').stdout, this.telephone('cli', 'bridge', 'show', 'all').stdout].join('\n')
  }

  /** Also in Asterisk: whoever has put down the telephone without a word would wait there. */
  everybodyHangsUp() {
    for (const child of [...this.#running]) child.kill('SIGKILL')
    this.telephone('cli', 'channel', 'request', 'hangup', 'all')
  }

  close() {
    this.everybodyHangsUp()
    this.telephone('stop')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** RTP with one tone and then keys, as a file that SIPp plays. */
  #sound(tone, seconds, keys = '') {
    const file = join(this.#folder, `${tone}-${seconds}-${keys}.pcap`)
    if (!existsSync(file)) writeFileSync(file, pcap(tone, seconds, keys))
    return file
  }

  /** The newest recording of the line. */
  recording() {
    const folder = join(this.#data, 'asterisk/spool/recording')
    const files = readdirSync(folder).filter(name => name.endsWith('.wav')).map(name => join(folder, name))
    return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  }
}

/** How loud a tone is in the loudest second of a recording, between 0 and 1. */
export function loudest(file, tone) {
  const bytes = readFileSync(file)
  let most = 0
  for (let from = 44; from + 16000 <= bytes.length; from += 8000) {
    let re = 0, im = 0
    for (let i = 0; i < 8000; i++) {
      const sample = bytes.readInt16LE(from + 2 * i) / 32768
      re += sample * Math.cos(2 * Math.PI * tone * i / 8000)
      im += sample * Math.sin(2 * Math.PI * tone * i / 8000)
    }
    most = Math.max(most, 2 * Math.hypot(re, im) / 8000)
  }
  return most
}

/** For a page's first moment: the microphone is one tone, and whatever comes from the telephone can be listened to. */
export function headset(tone) {
  const context = new AudioContext({ sampleRate: 48000 })
  navigator.mediaDevices.getUserMedia = async () => {
    await context.resume()
    const source = context.createOscillator()
    const volume = context.createGain()
    const out = context.createMediaStreamDestination()
    source.frequency.value = tone
    volume.gain.value = 0.25
    source.connect(volume).connect(out)
    source.start()
    return out.stream
  }
  const Plain = window.RTCPeerConnection
  window.rung = 0
  window.RTCPeerConnection = class extends Plain {
    constructor(...words) {
      super(...words)
      window.rung++
      this.addEventListener('track', ({ streams, track }) => {
        const ear = context.createAnalyser()
        ear.fftSize = 8192
        ear.smoothingTimeConstant = 0
        context.createMediaStreamSource(streams[0] ?? new MediaStream([track])).connect(ear)
        window.ear = ear
      })
    }
  }
  window.decibels = frequency => {
    if (!window.ear) return -999
    const levels = new Float32Array(window.ear.frequencyBinCount)
    window.ear.getFloatFrequencyData(levels)
    const at = Math.round(frequency * window.ear.fftSize / context.sampleRate)
    return Math.max(levels[at - 1], levels[at], levels[at + 1])
  }
}

let pairs = 40000
const freePair = () => pairs += 20
const play = file => `<nop><action><exec play_pcap_audio="${file}"/></action></nop>`

const SDP = `v=0
o=user1 53655765 2353687637 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a=ptime:20
`
const OK = answer('200 OK', '')

function answer(status, body) {
  const type = body ? 'Content-Type: application/sdp\n' : ''
  return `<send><![CDATA[
SIP/2.0 ${status}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]s[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:phone@[local_ip]:[local_port];transport=[transport]>
${type}Content-Length: [len]

${body}]]></send>`
}

function say(line, sequence, method) {
  return `<send><![CDATA[
${line}
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
[routes]
[last_From:]
[last_To:]
Call-ID: [call_id]
CSeq: ${sequence} ${method}
Contact: <sip:caller@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Length: 0

]]></send>`
}

function pcap(tone, seconds, keys) {
  const head = Buffer.alloc(24)
  head.writeUInt32LE(0xa1b2c3d4, 0)
  head.writeUInt16LE(2, 4)
  head.writeUInt16LE(4, 6)
  head.writeUInt32LE(65535, 16)
  head.writeUInt32LE(1, 20)
  const packets = Array.from({ length: seconds * 50 }, (_, i) => packet(i, 8, i * 160, said(tone, i)))
  for (let n = 0; keys && n < PRESSES; n++) packets.push(...press(Number(keys), seconds * 50 + n * BETWEEN, tone))
  return Buffer.concat([head, ...packets])
}

const PRESSES = 40
const BETWEEN = 100

/** RFC 4733: one event that grows and ends, a time of its own, then the tone again. */
function press(key, at, tone) {
  return Array.from({ length: BETWEEN }, (_, i) => {
    if (i >= 10) return packet(at + i, 8, (at + i) * 160, said(tone, at + i))
    const length = Math.min(i + 1, 8) * 160
    return packet(at + i, 101, at * 160, Buffer.from([key, i >= 7 ? 0x8a : 0x0a, length >> 8, length & 255]))
  })
}

const said = (tone, i) => Buffer.from(Array.from({ length: 160 }, (_, n) => alaw(Math.round(8000 * Math.sin(2 * Math.PI * tone * (i * 160 + n) / 8000)))))

/** The i-th packet of twenty milliseconds, as tcpdump would have written it. */
function packet(i, type, time, payload) {
  const bytes = Buffer.alloc(16 + 14 + 20 + 8 + 12)
  bytes.writeUInt32LE(Math.floor(i / 50), 0)
  bytes.writeUInt32LE(i % 50 * 20000, 4)
  bytes.writeUInt32LE(54 + payload.length, 8)
  bytes.writeUInt32LE(54 + payload.length, 12)
  bytes.writeUInt16BE(0x0800, 16 + 12)
  const ip = 30
  bytes[ip] = 0x45
  bytes.writeUInt16BE(40 + payload.length, ip + 2)
  bytes[ip + 8] = 64
  bytes[ip + 9] = 17
  bytes.writeUInt32BE(0x7f000001, ip + 12)
  bytes.writeUInt32BE(0x7f000001, ip + 16)
  const udp = ip + 20
  bytes.writeUInt16BE(6000, udp)
  bytes.writeUInt16BE(6000, udp + 2)
  bytes.writeUInt16BE(20 + payload.length, udp + 4)
  const rtp = udp + 8
  bytes[rtp] = 0x80
  bytes[rtp + 1] = type
  bytes.writeUInt16BE(i & 0xffff, rtp + 2)
  bytes.writeUInt32BE(time, rtp + 4)
  bytes.writeUInt32BE(7, rtp + 8)
  return Buffer.concat([bytes, payload])
}

/** G.711 */
function alaw(linear) {
  const sign = linear >= 0 ? 0x80 : 0
  const size = Math.min(linear >= 0 ? linear : -linear - 1, 32635) >> 4
  const exponent = size < 16 ? 0 : size < 32 ? 1 : 27 - Math.clz32(size)
  const mantissa = exponent < 2 ? size & 15 : size >> exponent - 1 & 15
  return (sign | exponent << 4 | mantissa) ^ 0x55
}
