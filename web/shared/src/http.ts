import { Problem, type ProblemBody } from './problem'

export interface Sending {
  /** The version the sender saw; the server refuses when it is no longer the newest. */
  version?: number
  /** The same key makes a repeated sending harmless. */
  key?: string
  /** Lets the request outlive the page, for drafts. */
  keepalive?: boolean
  signal?: AbortSignal
}

let language = 'zh'

/** The language in which the server words its problems. */
export function speak(chosen: string) {
  language = chosen
}

let signedOut = () => {}

/** Called when the server no longer knows who is speaking. */
export function onSignedOut(then: () => void) {
  signedOut = then
}

function cookie(name: string) {
  const found = document.cookie.split('; ').find(part => part.startsWith(`${name}=`))
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1))
}

function headersFor(method: string, body: unknown, { version, key }: Sending) {
  const headers = new Headers({ 'Accept': 'application/json', 'Accept-Language': language })
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', cookie('XSRF-TOKEN'))
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json')
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  if (key !== undefined) headers.set('Idempotency-Key', key)
  return headers
}

const UNREACHABLE: ProblemBody = { type: '/problems/unreachable', title: 'The server cannot be reached', status: 0 }

async function problemOf(response: Response): Promise<Problem> {
  // What stands before the server answers in its place while it restarts.
  if ([502, 503, 504].includes(response.status)) return new Problem(UNREACHABLE)
  const fallback: ProblemBody = { type: '/problems/unknown', title: response.statusText, status: response.status }
  const body = await response.json().catch(() => fallback) as Partial<ProblemBody>
  return new Problem({ ...fallback, ...body, status: response.status })
}

async function send<T>(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: headersFor(method, body, sending),
    body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
    keepalive: sending.keepalive,
    signal: sending.signal,
  }).catch((cause: unknown) => {
    if (sending.signal?.aborted) throw cause
    throw new Problem(UNREACHABLE)
  })
  if (!response.ok) {
    const problem = await problemOf(response)
    if (problem.code === 'not-signed-in') signedOut()
    throw problem
  }
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const get = <T>(path: string, sending?: Sending) => send<T>('GET', path, undefined, sending)
export const post = <T>(path: string, body?: unknown, sending?: Sending) => send<T>('POST', path, body, sending)
export const put = <T>(path: string, body?: unknown, sending?: Sending) => send<T>('PUT', path, body, sending)
export const remove = <T = void>(path: string) => send<T>('DELETE', path)

/** A key for a creating call. `crypto.randomUUID` is missing on plain http, which intranets still use. */
export function newKey() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** `{status: 'A', q: ''}` → `?status=A` */
export function query(of: Record<string, string | number | boolean | null | undefined>) {
  const kept = Object.entries(of).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (kept.length === 0) return ''
  return `?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`
}
