import { beforeEach, expect, test, vi } from 'vitest'
import { sipPhone } from './sip-phone'

const hears: Record<string, (event: object) => void> = {}

vi.mock('jssip', () => ({
  default: {
    WebSocketInterface: class {},
    UA: class {
      on(name: string, does: (event: object) => void) { hears[name] = does }
      start() { /* nobody is there */ }
    },
  },
}))

const invitation = () => ({ direction: 'incoming', on: () => undefined, answer: vi.fn() })

beforeEach(() => {
  vi.stubGlobal('Audio', class {})
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.resolve({}) } })
})

async function phone() {
  const mine = sipPhone({ uri: 'sip:seat-2@minsheng', password: 'x', path: '/sip', iceServers: [] })
  await mine.start()
  return mine
}

test('rings until it is answered', async () => {
  const mine = await phone()
  const session = invitation()
  hears['newRTCSession']?.({ session })
  expect(session.answer).not.toHaveBeenCalled()

  await mine.answer()

  expect(session.answer).toHaveBeenCalledOnce()
})

test('answers at once where the key was pressed a moment before it rang', async () => {
  const mine = await phone()
  await mine.answer()
  const session = invitation()
  hears['newRTCSession']?.({ session })

  await vi.waitFor(() => expect(session.answer).toHaveBeenCalledOnce())
})

test('does not take the next call for the one that was answered', async () => {
  const mine = await phone()
  hears['newRTCSession']?.({ session: invitation() })
  await mine.answer()
  const next = invitation()
  hears['newRTCSession']?.({ session: next })
  await new Promise(resolve => setTimeout(resolve, 20))

  expect(next.answer).not.toHaveBeenCalled()
})
